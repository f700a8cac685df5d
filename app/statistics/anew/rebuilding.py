"""Counts days anew that are not sealed: each call that is counted otherwise than it is, and what that leaves wrong.

A little at a time, and nobody is held up by what is only looked at: so it does not matter how many calls a day has, nor
where it is stopped. Who begins again finds less to do. A day that others seal meanwhile is theirs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import exists, func, select, tuple_
from sqlalchemy.orm import Session

from app.clock import Clock, eastern_day
from app.statistics.anew.differing import differing
from app.statistics.anew.mending import ALONE, mend, mend_wholes
from app.statistics.counting import locked
from app.statistics.days import calls_within, of_day
from app.statistics.facts import COUNTS
from app.statistics.forgetting import uncount
from app.statistics.recount import recount
from app.statistics.told import A_DAY
from app.store.unit import Unit
from models import Call, Campaign, CountedBy, CountedCall, CountOfDay, SealedDay

LOOKED_AT = 1000  # calls
AT_ONCE = 50  # of them, that are counted anew while nobody else counts


@dataclass(frozen=True)
class Reached:
    """The call up to which a day is counted anew, and when that began."""

    at: datetime
    call_id: int


def open_days(session: Session) -> list[date]:
    """The days that are not sealed and had calls, or are said to have had some, in their order."""
    oldest, newest = session.execute(select(func.min(Call.created_at), func.max(Call.created_at))).one()
    days = set(session.scalars(select(CountOfDay.day).distinct()))
    if oldest is not None:
        first, last = eastern_day(oldest), eastern_day(newest)
        days |= {first + nth * A_DAY for nth in range((last - first).days + 1)}
    return sorted(days - set(session.scalars(select(SealedDay.day))))


def rebuild(work: Unit, clock: Clock) -> Iterator[tuple[date, int]]:
    """Make each open day anew, and tell how many calls it counts; commits after each part, so that others count on."""
    for day in open_days(work.session):
        reached = None
        while reached := count_some_anew(work.session, day, reached, clock()):
            work.commit_so_far()
        work.commit_so_far()
        while mend_some(work.session, day, clock()):
            work.commit_so_far()
        work.commit_so_far()
        yield day, calls_of(work.session, day)
    for campaign_id in work.session.scalars(select(Campaign.id).order_by(Campaign.id)).all():
        while work.session.execute(ALONE) and mend_wholes(work.session, [campaign_id]):
            work.commit_so_far()
        work.commit_so_far()


def count_some_anew(session: Session, day: date, after: Reached | None, now: datetime) -> Reached | None:
    """Look at the next calls of a day, and count those anew that are counted otherwise than they are.

    Returns up to where that was; None where there are no more, or where the day is closed by now.
    """
    if _is_closed(session, day):
        return None
    next_ones = select(Call.created_at, Call.id).where(*calls_within(day), *COUNTS)
    if after is not None:
        next_ones = next_ones.where(tuple_(Call.created_at, Call.id) > (after.at, after.call_id))
    calls = session.execute(next_ones.order_by(Call.created_at, Call.id).limit(LOOKED_AT)).all()
    if not calls:
        return None
    differ = differing(session, [it.id for it in calls])
    some = [it for it in calls if it.id in differ][:AT_ONCE]
    if some:
        locked(session)
        recount(session, [it.id for it in some], eastern_day(now))
    last = some[-1] if len(some) == AT_ONCE else calls[-1]
    return Reached(last.created_at, last.id)


def mend_some(session: Session, day: date, now: datetime) -> bool:
    """Once each of its calls is counted as it is: mend some of what is still wrong; returns whether there was any.

    Of a day that was closed meanwhile nothing is: its counts tell less than its calls would, and are final.
    """
    session.execute(ALONE)  # whoever seals is alone, too: from here on the day is closed, or stays open
    if _is_closed(session, day):
        return False
    is_there = exists().where(Call.id == CountedCall.call_id, *calls_within(day), *COUNTS)
    gone = session.scalars(select(CountedCall.call_id).where(CountedCall.day == day, ~is_there).limit(AT_ONCE)).all()
    if gone:
        locked(session)
        uncount(session, gone, eastern_day(now))
    return bool(gone) or mend(session, day) > 0


def _is_closed(session: Session, day: date) -> bool:
    """Whether a seal is begun: asked each time, for others seal while a day is made anew."""
    return session.scalar(select(SealedDay.day).where(SealedDay.day == day)) is not None


def calls_of(session: Session, day: date) -> int:
    """How many calls of a day are counted."""
    wanted = (*of_day(CountOfDay, day), CountOfDay.booked == day, CountOfDay.dimension == CountedBy.CALLS)
    return session.scalar(select(func.sum(CountOfDay.calls)).where(*wanted)) or 0
