"""What a day and a month will have cost if it goes on like this: in one sentence."""

from calendar import monthrange
from datetime import datetime
from decimal import Decimal

from app.clock import eastern
from app.limits.money.ledger import Ledger
from app.limits.money.periods import NOTHING
from models import Span

FIRST_HOUR, LAST_HOUR = 8, 21  # people are rung between these
CENT = Decimal("0.01")


def dollars(amount: Decimal) -> str:
    """$4.20, as people write it; a fraction of a cent is not nothing."""
    if NOTHING < amount < CENT:
        return "less than $0.01"
    return f"${amount.quantize(CENT):,}"


def forecast(day: Ledger, month: Ledger, now: datetime) -> str:
    """The sentence."""
    here = eastern(now)
    today = expected_today(day.spent, here)
    days = monthrange(here.year, here.month)[1]
    a_day = (month.spent - day.spent + today) / here.day
    whole = month.spent - day.spent + today + a_day * (days - here.day)
    return (
        f"If it goes on like this, today will have cost about {_of(today, day)}, "
        f"and {here:%B} about {_of(whole, month)}."
    )


def expected_today(spent: Decimal, here: datetime) -> Decimal:
    """By how much of the hours is over in which people are rung."""
    passed = min(max(here.hour + here.minute / 60 - FIRST_HOUR, 1), LAST_HOUR - FIRST_HOUR)
    return spent * (LAST_HOUR - FIRST_HOUR) / Decimal(passed) if here.hour >= FIRST_HOUR else spent


def _of(amount: Decimal, ledger: Ledger) -> str:
    if ledger.may_cost is None:
        return dollars(amount)
    return f"{dollars(amount)} of its {dollars(ledger.may_cost)}"


def share_spent(ledger: Ledger) -> int:
    """Whole percent of its budget; nothing where it has none."""
    if ledger.may_cost is None:
        return 0
    return int(100 * ledger.spent / ledger.may_cost) if ledger.may_cost else 100


SPANS = {Span.DAY: "today", Span.MONTH: "this month"}
