"""Takes out of a sealed day's counts what would tell of few people, a little at a time.

Nobody else changes them any more: what is told later is a correction. So whoever stops anywhere, goes on from there.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, RowMapping, delete, insert, select, tuple_, update
from sqlalchemy.orm import Session

from app.statistics.counting import locked
from app.statistics.days import OfDay, of_day, of_hours
from app.statistics.forgetting import add_to_ever, take_from_ever
from app.statistics.joining import FEWEST, joined
from app.store.rows import by_name
from models import (
    EVER,
    JOINED,
    CountedBy,
    CountedCall,
    CountOfDay,
    CountOfHour,
    CountOfMonth,
    CountOfOffice,
    CountOfTown,
)

CALLS = 1000  # counted ones, of which is forgotten at once whence they came
CELLS = 500
KINDS = 10  # of cells: each is one of every town, or of every office

Counts = type[CountOfHour | CountOfDay | CountOfMonth | CountOfOffice | CountOfTown]


@dataclass(frozen=True)
class Joined:
    """A cell of a campaign, of one value or of several that were joined."""

    campaign_id: int
    value: str
    calls: int
    seconds: int


def thin_some(session: Session, day: date) -> bool:
    """Take a little of it out; returns whether there was any."""
    return any(step(session, day) for step in STEPS)


def _places_of_calls(session: Session, day: date) -> bool:
    """Of a counted call its hour, town and source are forgotten."""
    known = select(CountedCall.call_id).where(CountedCall.day == day, CountedCall.hour.is_not(None)).limit(CALLS)
    ids = session.scalars(known).all()
    if ids:
        locked(session)
        its = CountedCall.call_id.in_(ids)
        session.execute(update(CountedCall).where(its).values(hour=None, town=None, came_from=None))
    return bool(ids)


def _towns_by_else(session: Session, day: date) -> bool:
    """Of a town only its number of calls is left."""
    return _kinds_gone(session, CountOfTown, day, CountOfTown.dimension != CountedBy.CALLS)


def _sources_of_offices(session: Session, day: date) -> bool:
    """Of a source its number of calls on the day is left: not by office."""
    return _kinds_gone(session, CountOfOffice, day, CountOfOffice.dimension == CountedBy.SOURCE)


def _kinds_gone(session: Session, model: OfDay, day: date, which: ColumnElement[bool]) -> bool:
    kind = (model.campaign_id, model.dimension, model.value)
    some = session.execute(select(*kind).where(*of_day(model, day), which).distinct().limit(KINDS)).all()
    if some:
        locked(session)
        take_from_ever(session, model, day, tuple_(*kind).in_([tuple(it) for it in some]))
    return bool(some)


def _sources_of_hours(session: Session, day: date) -> bool:
    """And not by hour."""
    by_source = (*of_hours(day), CountOfHour.dimension == CountedBy.SOURCE)
    values = session.scalars(select(CountOfHour.value).where(*by_source).distinct().limit(KINDS)).all()
    if values:
        locked(session)
        session.execute(delete(CountOfHour).where(*by_source, CountOfHour.value.in_(values)))
    return bool(values)


def _join_towns(session: Session, day: date) -> bool:
    """Of several small towns only the number of all of them is left."""
    of_town = select(CountOfTown.campaign_id, CountOfTown.town.label("value"), CountOfTown.calls, CountOfTown.seconds)
    there = session.execute(of_town.where(*of_day(CountOfTown, day))).mappings().all()
    few = list(_joined_cells(there))
    if is_joined := len(few) < len(there):  # to join takes some away, and to join once more takes none
        locked(session)
        take_from_ever(session, CountOfTown, day)
        along = {"day": day, "dimension": CountedBy.CALLS, "value": ""}
        _insert(session, CountOfTown, [{**_cell(one, "town"), **along} for one in few])
        add_to_ever(session, CountOfTown, day)
    return is_joined


def _join_sources(session: Session, day: date) -> bool:
    """The same of sources."""
    by_source = CountOfDay.dimension == CountedBy.SOURCE
    of_source = select(CountOfDay.campaign_id, CountOfDay.value, CountOfDay.calls, CountOfDay.seconds)
    there = session.execute(of_source.where(*of_day(CountOfDay, day), by_source)).mappings().all()
    few = list(_joined_cells(there))
    if is_joined := len(few) < len(there):
        locked(session)
        take_from_ever(session, CountOfDay, day, by_source)
        along = {"day": day, "booked": day, "dimension": CountedBy.SOURCE}
        _insert(session, CountOfDay, [{**_cell(one, "value"), **along} for one in few])
        add_to_ever(session, CountOfDay, day, by_source)
    return is_joined


def _insert(session: Session, model: OfDay, cells: Sequence[Mapping[str, object]]) -> None:
    if cells:
        session.execute(insert(model), cells)


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


def _nothing(session: Session, day: date) -> bool:
    """Whatever came to nothing tells that there was something: of a sealed day it is gone."""
    campaigns = select(CountOfDay.campaign_id).where(*of_day(CountOfDay, day))
    several = (
        (CountOfHour, of_hours(day)),
        (CountOfDay, of_day(CountOfDay, day)),
        (CountOfMonth, (CountOfMonth.campaign_id.in_(campaigns), CountOfMonth.month.in_([day.replace(day=1), EVER]))),
        (CountOfOffice, (CountOfOffice.campaign_id.in_(campaigns), CountOfOffice.day.in_([day, EVER]))),
        (CountOfTown, (CountOfTown.campaign_id.in_(campaigns), CountOfTown.day == EVER)),
    )
    return any(_nothing_of(session, model, which) for model, which in several)


def _nothing_of(session: Session, model: Counts, which: Sequence[ColumnElement[bool]]) -> bool:
    key, is_nothing = model.__mapper__.primary_key, (model.calls == 0, model.seconds == 0)
    some = session.execute(select(*key).where(*which, *is_nothing).limit(CELLS)).all()
    if some:
        locked(session)
        session.execute(delete(model).where(tuple_(*key).in_([tuple(it) for it in some]), *is_nothing))
    return bool(some)


STEPS: Sequence[Callable[[Session, date], bool]] = (
    *(_places_of_calls, _towns_by_else, _sources_of_offices, _sources_of_hours),
    *(_join_towns, _join_sources, _nothing),
)
