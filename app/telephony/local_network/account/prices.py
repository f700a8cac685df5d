"""What things cost: a number a month, and a call each minute that has begun (Twilio's list prices of 2025)."""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

NUMBER_A_MONTH = {"local": Decimal("1.15"), "toll free": Decimal("2.15")}
INBOUND_A_MINUTE = {"local": Decimal("0.0085"), "toll free": Decimal("0.022")}
OUTBOUND_A_MINUTE = Decimal("0.0140")


def price_of(direction: str, seconds: int) -> Decimal:
    """What a leg of so many seconds costs; nothing where nobody answered."""
    a_minute = INBOUND_A_MINUTE["local"] if direction == "inbound" else OUTBOUND_A_MINUTE
    return a_minute * math.ceil(seconds / 60)


@dataclass(frozen=True)
class Billing:
    """How the carrier tells what a call cost: some time after its end or never, as a charge, in a currency."""

    tells: bool = True
    after: timedelta = timedelta()
    sign: str = "-"
    unit: str = "USD"

    def told(self, direction: str, seconds: int | None, ended: datetime | None, now: datetime) -> str | None:
        """The price of a leg as its resource has it; none for one that nobody answered."""
        if not (self.tells and seconds and ended and now - ended >= self.after):
            return None
        return f"{self.sign}{price_of(direction, seconds):.5f}"
