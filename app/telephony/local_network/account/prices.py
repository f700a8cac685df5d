"""What things cost: a number a month, and a call each minute that has begun (Twilio's list prices of 2025)."""

import math
from decimal import Decimal

NUMBER_A_MONTH = {"local": Decimal("1.15"), "toll free": Decimal("2.15")}
INBOUND_A_MINUTE = {"local": Decimal("0.0085"), "toll free": Decimal("0.022")}
OUTBOUND_A_MINUTE = Decimal("0.0140")


def price_of(direction: str, seconds: int) -> Decimal:
    """What a leg of so many seconds costs; nothing where nobody answered."""
    a_minute = INBOUND_A_MINUTE["local"] if direction == "inbound" else OUTBOUND_A_MINUTE
    return a_minute * math.ceil(seconds / 60)
