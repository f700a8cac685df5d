"""Seals a day: its counts change no more, and tell of no few people, though its calls may be coarsened and deleted."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256

from sqlalchemy import RowMapping, delete, insert, select, update
from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.statistics.adding import OF_DAY, OF_HOUR, OF_OFFICE, OF_TOWN
from app.statistics.counting import locked
from app.statistics.forgetting import add_to_ever, take_from_ever
from app.statistics.joining import FEWEST, joined
from app.statistics.rebuilding import rebuild_day
from app.statistics.told import A_DAY, begins
from app.store.rows import by_name
from models import (
    EVER,
    JOINED,
    CountedBy,
    CountedCall,
    CountOfDay,
    CountOfHour,
    CountOfOffice,
    CountOfTown,
    SealedDay,
)


class NotOver(Exception):
    """A day that is not over cannot be sealed."""


@dataclass(frozen=True)
class Joined:
    """A cell of a campaign, of one value or of several that were joined."""

    campaign_id: int
    value: str
    calls: int
    seconds: int


def is_sealed(session: Session, day: date) -> bool:
    """Whether the counts of a day are final: whoever coarsens or deletes its calls asks first."""
    return session.get(SealedDay, day) is not None


def seal_day(session: Session, day: date, now: datetime) -> bool:
    """Seal a day of Massachusetts before its calls, or what happened to them, are coarsened or deleted.

    It is counted anew from its calls first. Then towns and sources of few calls are joined, and what is counted of them
    by something else as well is forgotten; so are town, source and hour of each counted call. From then on what changes
    of its calls is a correction. Returns False, and does nothing, where it was sealed before.

    Raises:
        NotOver: the day is not over.
    """
    if day >= eastern_day(now):
        raise NotOver(f"{day} is not over")
    locked(session)
    if is_sealed(session, day):
        return False
    calls = rebuild_day(session, day, now)
    _join_towns(session, day)
    _join_sources(session, day)
    session.execute(update(CountedCall).where(CountedCall.day == day).values(hour=None, town=None, came_from=None))
    _forget_nothing(session, day)
    session.add(SealedDay(day=day, sealed_at=now, calls=calls, digest=digest_of(session, day)))
    session.flush()
    return True


def digest_of(session: Session, day: date) -> str:
    """What the counts of a day are, as sealed: corrections are no part of it."""
    told = sha256()
    for row in _rows(session, day):
        told.update(repr(row).encode())
    return told.hexdigest()


def _rows(session: Session, day: date) -> Iterator[tuple[str, ...]]:
    hours = CountOfHour.hour >= begins(day), CountOfHour.hour < begins(day + A_DAY)
    for model, keys, of_day in (
        (CountOfHour, OF_HOUR, hours),
        (CountOfDay, OF_DAY, (CountOfDay.day == day, CountOfDay.booked == day)),
        (CountOfOffice, OF_OFFICE, (CountOfOffice.day == day, CountOfOffice.booked == day)),
        (CountOfTown, OF_TOWN, (CountOfTown.day == day,)),
    ):
        columns = [getattr(model, name) for name in (*keys, "calls", "seconds")]
        rows = session.execute(select(*columns).where(*of_day))
        yield from sorted((model.__tablename__, *map(_plain, row)) for row in rows)


def _plain(value: object) -> str:
    """The same whatever time zone the database tells its times in."""
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)


def _join_towns(session: Session, day: date) -> None:
    """Of each town its number of calls is left, of several small ones that of all of them."""
    town = CountOfTown.town
    of_day = select(CountOfTown.campaign_id, town.label("value"), CountOfTown.calls, CountOfTown.seconds)
    rows = session.execute(of_day.where(CountOfTown.day == day, CountOfTown.dimension == CountedBy.CALLS))
    cells = list(_joined_cells(rows.mappings()))
    take_from_ever(session, CountOfTown, OF_TOWN, day)
    if cells:
        along = {"day": day, "dimension": CountedBy.CALLS, "value": ""}
        session.execute(insert(CountOfTown), [{**_cell(one, "town"), **along} for one in cells])
    add_to_ever(session, CountOfTown, OF_TOWN, day)


def _join_sources(session: Session, day: date) -> None:
    """Of each source its number of calls on the day is left: not by hour, nor by office."""
    source = CountOfDay.day == day, CountOfDay.dimension == CountedBy.SOURCE
    of_day = select(CountOfDay.campaign_id, CountOfDay.value, CountOfDay.calls, CountOfDay.seconds)
    cells = list(_joined_cells(session.execute(of_day.where(*source)).mappings()))
    session.execute(delete(CountOfDay).where(*source))
    if cells:
        along = {"day": day, "booked": day, "dimension": CountedBy.SOURCE}
        session.execute(insert(CountOfDay), [{**_cell(one, "value"), **along} for one in cells])
    of_hours = CountOfHour.hour >= begins(day), CountOfHour.hour < begins(day + A_DAY)
    session.execute(delete(CountOfHour).where(*of_hours, CountOfHour.dimension == CountedBy.SOURCE))
    take_from_ever(session, CountOfOffice, OF_OFFICE, day, CountOfOffice.dimension == CountedBy.SOURCE)


def _joined_cells(rows: Iterable[RowMapping]) -> Iterator[Joined]:
    """The cells of each campaign, those of few calls in one; that is left out where it has too few calls itself."""
    of: defaultdict[int, dict[str, Joined]] = defaultdict(dict)
    for row in rows:
        if row["calls"]:
            of[row["campaign_id"]][row["value"]] = by_name(Joined, row)
    for campaign_id, cells in of.items():
        few = joined({value: cell.calls for value, cell in cells.items()})
        yield from (cell for value, cell in cells.items() if value not in few)
        calls, seconds = sum(cells[it].calls for it in few), sum(cells[it].seconds for it in few)
        if calls >= FEWEST:
            yield Joined(campaign_id, JOINED, calls, seconds)


def _cell(one: Joined, name: str) -> dict[str, object]:
    return {"campaign_id": one.campaign_id, name: one.value, "calls": one.calls, "seconds": one.seconds}


def _forget_nothing(session: Session, day: date) -> None:
    """Whatever came to nothing tells that there was something: of a sealed day it is gone."""
    hours = CountOfHour.hour >= begins(day), CountOfHour.hour < begins(day + A_DAY)
    for model, of_day in (
        (CountOfHour, hours),
        (CountOfDay, (CountOfDay.day == day,)),
        (CountOfOffice, (CountOfOffice.day.in_([day, EVER]),)),
        (CountOfTown, (CountOfTown.day == EVER,)),
    ):
        session.execute(delete(model).where(*of_day, model.calls == 0, model.seconds == 0))
