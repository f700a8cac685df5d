"""What a call cost by what is known of it: each leg as the carrier told it, else by the table of prices."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache

from app.limits.money.settle import Cost
from app.prices import Prices, minutes
from models import LegRole
from voice_flows.click_to_call import FLOW
from voice_flows.describe import SITUATIONS

CHARACTERS_A_SECOND = 15  # that a voice reads
OURS = "USD"


@dataclass(frozen=True)
class LegTold:
    """A leg that is over; `number` is the office's, `price` and its unit as the carrier told them."""

    role: LegRole
    number: str | None
    duration_seconds: int | None
    answered_at: datetime | None
    ended_at: datetime | None
    price: Decimal | None
    price_unit: str | None

    @property
    def seconds(self) -> int:
        """How long somebody was on it; nothing where nobody picked up."""
        if self.duration_seconds is not None:
            return self.duration_seconds
        return round((self.ended_at - self.answered_at).total_seconds()) if self.answered_at and self.ended_at else 0

    @property
    def is_told(self) -> bool:
        """Whether the carrier said in dollars what it cost: of one that nobody answered it never does."""
        return (self.price is not None and self.price_unit == OURS) or self.seconds <= 0

    def dollars(self, prices: Prices, a_minute: Decimal) -> Decimal:
        """What it cost, where a minute of the supporter's leg costs so much."""
        if self.price is not None and self.price_unit == OURS:
            return abs(self.price)
        rate = a_minute if self.role is LegRole.SUPPORTER else prices.a_minute_to(self.number or "")
        return minutes(self.seconds) * rate


def cost_of(legs: Sequence[LegTold], prices: Prices, a_minute: Decimal, listened: int) -> Cost:
    """All of it: speech is counted by how long nobody but us talked, whom the carrier never tells the price of."""
    on_line = sum(leg.seconds for leg in legs if leg.role is LegRole.SUPPORTER)
    talked = sum(leg.seconds for leg in legs if leg.role is LegRole.OFFICE)
    speech = prices.said(max(on_line - talked, 0) * CHARACTERS_A_SECOND) + prices.heard(listened if on_line else 0)
    dollars = sum((leg.dollars(prices, a_minute) for leg in legs), Decimal(0))
    return Cost(dollars, speech, is_estimate=not all(leg.is_told for leg in legs))


@cache
def listening_steps() -> frozenset[str]:
    """The steps at whose question the carrier listens, for a fee, where it is able to."""
    asked = ((name, FLOW.question(name, known)) for name in FLOW.steps for known in SITUATIONS)
    return frozenset(name for name, question in asked if question and question.hears.listens)
