"""For which day and month money is counted, and for whom: for a campaign, and for all of them together."""

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import BigInteger, ColumnElement, Date, ScalarSelect, and_, case, or_, select

from app.clock import eastern_day
from app.store.once import param
from models import EVERY_CAMPAIGN, Budget, Span, Spending

COUNTED = 4  # rows: of a day and of a month, twice
NOTHING = Decimal(0)

CAMPAIGN_ID = param("campaign_id", BigInteger)
DAY, MONTH = param("day", Date), param("month", Date)


def month_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def at(now: datetime) -> dict[str, object]:
    """The day and the month of a moment, as parameters."""
    return on(eastern_day(now))


def on(day: date) -> dict[str, object]:
    """A day and its month, as parameters."""
    return {"day": day, "month": month_of(day)}


def is_of_period() -> ColumnElement[bool]:
    """Whether a row of `Spending` is of the day or the month of the parameters."""
    of_day = and_(Spending.span == Span.DAY, Spending.since == DAY)
    return or_(of_day, and_(Spending.span == Span.MONTH, Spending.since == MONTH))


def is_counted() -> ColumnElement[bool]:
    """The same for the campaign of the parameters and for all of them together."""
    return and_(Spending.campaign_id.in_([EVERY_CAMPAIGN, CAMPAIGN_ID]), is_of_period())


def may_cost() -> ScalarSelect[Decimal | None]:
    """Beside a row of `Spending`: its budget, NULL where there is none."""
    limit = case((Spending.span == Span.DAY, Budget.a_day), else_=Budget.a_month)
    return select(limit).where(Budget.campaign_id == Spending.campaign_id).scalar_subquery()
