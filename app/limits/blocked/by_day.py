"""On which days of a month how many numbers were blocked, in which way: which they are nobody can read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Date, func, or_, select
from sqlalchemy.orm import Session

from app.clock import EASTERN, eastern_day
from app.store.rows import by_name
from models import DoNotCall

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class BlockedOnDay:
    """So many numbers that are blocked now were blocked on that day in this way."""

    day: date
    how: str
    numbers: int


@dataclass(frozen=True)
class Month:
    """A month by the clock of Massachusetts, and the nearest ones before and after it that have any."""

    first: date
    blocked: Sequence[BlockedOnDay]
    earlier: date | None
    later: date | None


def blocked_in_month(session: Session, first: date, now: datetime) -> Month:
    """Along an index, however many there are in other months."""
    begins, ends = _midnight(first), _midnight((first + 31 * A_DAY).replace(day=1))
    day = func.cast(func.timezone(EASTERN.key, DoNotCall.asked_at), Date).label("day")
    counted = select(day, DoNotCall.how, func.count().label("numbers"))
    within = counted.where(DoNotCall.asked_at >= begins, DoNotCall.asked_at < ends, is_blocked(now))
    rows = session.execute(within.group_by(day, DoNotCall.how).order_by(day.desc(), DoNotCall.how)).mappings()
    blocked = [by_name(BlockedOnDay, row) for row in rows]
    before = select(func.max(DoNotCall.asked_at)).where(DoNotCall.asked_at < begins)
    after = select(func.min(DoNotCall.asked_at)).where(DoNotCall.asked_at >= ends)
    return Month(first, blocked, _month(session.scalar(before)), _month(session.scalar(after)))


def is_blocked(now: datetime) -> ColumnElement[bool]:
    """Whether it is still so: for good, or for the rest of a day."""
    return or_(DoNotCall.until.is_(None), DoNotCall.until > now)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), EASTERN)


def _month(moment: datetime | None) -> date | None:
    return eastern_day(moment).replace(day=1) if moment else None
