"""Counts days anew that are not sealed: forgets what was counted of them, and counts the calls that are there."""

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.clock import Clock, eastern_day
from app.statistics.counting import locked
from app.statistics.facts import COUNTS
from app.statistics.forgetting import ever_anew, forget_day
from app.statistics.recount import recount
from app.statistics.told import A_DAY, begins
from app.store.unit import Unit
from models import Call, CountOfDay, SealedDay

AT_ONCE = 2000  # calls


def open_days(session: Session) -> list[date]:
    """The days that are not sealed and had calls, or are said to have had some, in their order."""
    oldest, newest = session.execute(select(func.min(Call.created_at), func.max(Call.created_at))).one()
    days = set(session.scalars(select(CountOfDay.day).distinct()))
    if oldest is not None:
        first, last = eastern_day(oldest), eastern_day(newest)
        days |= {first + nth * A_DAY for nth in range((last - first).days + 1)}
    return sorted(days - set(session.scalars(select(SealedDay.day))))


def rebuild(work: Unit, clock: Clock) -> Iterator[tuple[date, int]]:
    """Make each open day anew, and tell how many calls it counts; commits after each, so that others may count on."""
    for day in open_days(work.session):
        locked(work.session)
        calls = rebuild_day(work.session, day, clock())
        work.commit_so_far()
        yield day, calls
    locked(work.session)
    ever_anew(work.session)
    work.commit_so_far()


def rebuild_day(session: Session, day: date, now: datetime) -> int:
    """The same of one day, for whoever has locked `Counting`; returns how many calls it counts."""
    forget_day(session, day)
    within = Call.created_at >= begins(day), Call.created_at < begins(day + A_DAY)
    ids = list(session.scalars(select(Call.id).where(*within, *COUNTS).order_by(Call.id)))
    for start in range(0, len(ids), AT_ONCE):
        recount(session, ids[start : start + AT_ONCE], eastern_day(now))
    return len(ids)
