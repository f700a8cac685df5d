"""Seals a day: its counts change no more, and tell of no few people, though its calls may be coarsened and deleted."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from hashlib import sha256

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.statistics.adding import OF_DAY, OF_HOUR, OF_OFFICE, OF_TOWN
from app.statistics.anew.mending import IF_ALONE, mend_wholes
from app.statistics.anew.rebuilding import Reached, calls_of, count_some_anew, mend_some
from app.statistics.counting import locked
from app.statistics.days import of_day
from app.statistics.thinning import thin_some
from app.statistics.told import A_DAY, begins
from models import CountOfDay, CountOfHour, CountOfOffice, CountOfTown, DayToSeal, SealedDay


class NotOver(Exception):
    """A day that is not over cannot be sealed."""


def is_sealed(session: Session, day: date) -> bool:
    """Whether the counts of a day are final: whoever coarsens or deletes its calls asks first."""
    return session.scalar(select(SealedDay.digest).where(SealedDay.day == day)) is not None


def seal_some(session: Session, day: date, now: datetime) -> bool:
    """Do a part of sealing a day of Massachusetts, before its calls or their events are coarsened or deleted.

    Each part is short, is to be committed by itself, and goes on where the one before ended: counting and the phone
    wait for none, however many calls there were, and whoever is killed loses one part. First each call is counted as it
    is. From then on what changes of them is a correction. Then towns and sources of few calls are joined, and what is
    counted of them by something else as well is forgotten; so are town, source and hour of each counted call.

    Returns whether anything was done: nothing is where the day is sealed, or where somebody else is at it.

    Raises:
        NotOver: the day is not over.
    """
    if day >= eastern_day(now):
        raise NotOver(f"{day} is not over")
    if is_sealed(session, day) or not session.scalar(IF_ALONE):
        return False
    sealed = session.get(SealedDay, day, populate_existing=True)
    if sealed is None:
        _count_anew(session, day, now)
    elif not thin_some(session, day):
        sealed.digest = digest_of(session, day)
    session.flush()
    return True


def _count_anew(session: Session, day: date, now: datetime) -> None:
    so_far = session.get(DayToSeal, day, populate_existing=True)
    reached = count_some_anew(session, day, Reached(so_far.counted_to, so_far.call_id) if so_far else None, now)
    if reached is not None:
        session.merge(DayToSeal(day=day, counted_to=reached.at, call_id=reached.call_id))
    elif not mend_some(session, day, now):
        campaigns = select(CountOfDay.campaign_id).where(*of_day(CountOfDay, day)).distinct()
        mend_wholes(session, session.scalars(campaigns).all(), [CountOfDay])
        locked(session)
        session.add(SealedDay(day=day, sealed_at=now, calls=calls_of(session, day), digest=None))
        if so_far is not None:
            session.delete(so_far)


def digest_of(session: Session, day: date) -> str:
    """What the counts of a day are, as sealed: corrections are no part of it."""
    told = sha256()
    for row in _rows(session, day):
        told.update(repr(row).encode())
    return told.hexdigest()


def _rows(session: Session, day: date) -> Iterator[tuple[str, ...]]:
    hours = CountOfHour.hour >= begins(day), CountOfHour.hour < begins(day + A_DAY)
    for model, keys, its in (
        (CountOfHour, OF_HOUR, hours),
        (CountOfDay, OF_DAY, (CountOfDay.day == day, CountOfDay.booked == day)),
        (CountOfOffice, OF_OFFICE, (CountOfOffice.day == day, CountOfOffice.booked == day)),
        (CountOfTown, OF_TOWN, (CountOfTown.day == day,)),
    ):
        columns = [getattr(model, name) for name in (*keys, "calls", "seconds")]
        rows = session.execute(select(*columns).where(*its))
        yield from sorted((model.__tablename__, *map(_plain, row)) for row in rows)


def _plain(value: object) -> str:
    """The same whatever time zone the database tells its times in."""
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)
