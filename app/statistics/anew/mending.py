"""Makes up for what counts of a day say too much or too little, against what is counted of each of its calls.

Whoever counts adds the same to both. So what they differ in stays as it is while others count on, and is found without
holding them up.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    RowMapping,
    Select,
    column,
    func,
    literal,
    select,
    text,
    union_all,
    values,
)
from sqlalchemy.orm import Session

from app.statistics.adding import OF_DAY, OF_HOUR, OF_OFFICE, OF_TOWN, WHOLES, days_into, into, summed, whole
from app.statistics.cells import of_calls, of_offices, stances
from app.statistics.counting import locked
from app.statistics.days import of_day, of_hours
from app.statistics.recount import PLUS
from models import (
    EVER,
    Base,
    CountedCall,
    CountedOffice,
    CountOfDay,
    CountOfHour,
    CountOfOffice,
    CountOfTown,
)

AT_ONCE = 200  # cells of each table
_ALONE = func.hashtext("counted anew")
ALONE = select(func.pg_advisory_xact_lock(_ALONE))
NO_HURRY = text("SET LOCAL statement_timeout = '60s'")  # for what is only looked at: it holds nobody up
# Of a table that grew just now PostgreSQL thinks that it is small, and would compare each of its calls with each.
EACH_WITH_EACH, EACH_ONCE = text("SET LOCAL enable_nestloop = on"), text("SET LOCAL enable_nestloop = off")
IF_ALONE = select(func.pg_try_advisory_xact_lock(_ALONE))

Rows = Sequence[RowMapping]
Selected = Select[*tuple[object, ...]]
Some = Selected | CompoundSelect[*tuple[object, ...]]


@dataclass(frozen=True)
class Counts:
    """A table of counts: by what, which of it is of the day, and what is counted of the day's calls."""

    model: type[Base]
    keys: Sequence[str]
    of_day: Sequence[ColumnElement[bool]]
    counted: Selected


def mend(session: Session, day: date) -> int:
    """Mend some cells of a day that is not sealed; returns how many.

    Nobody else mends meanwhile: whoever calls this is `ALONE`.
    """
    session.execute(NO_HURRY)
    session.execute(EACH_ONCE)
    differ = [(it, _rows(session, _differences(it))) for it in _tables(day)]
    session.execute(EACH_WITH_EACH)
    mended = sum(len(rows) for _, rows in differ)
    if mended:
        locked(session)
    for it, rows in differ:
        _add(session, it, rows)
    return mended


def mend_wholes(session: Session, campaigns: Iterable[int], models: Iterable[type[Base]] = WHOLES) -> int:
    """Make up for what is told of days added up, against the days of these campaigns; returns how many cells.

    The same holds for whoever calls this.
    """
    session.execute(NO_HURRY)
    mended = 0
    for campaign_id in campaigns:
        for model in models:
            rows = _rows(session, _of_whole(model, campaign_id))
            if rows:
                locked(session)
                it = WHOLES[model]
                added_up = into(it.model, it.keys, select(_given(it.model, it.keys, rows)))
                session.execute(select(literal(1)).add_cte(added_up))
            mended += len(rows)
    return mended


def _rows(session: Session, differ: Selected) -> Rows:
    return session.execute(differ.limit(AT_ONCE)).mappings().all()


def _tables(day: date) -> Iterator[Counts]:
    calls = select(CountedCall).where(CountedCall.day == day).cte("call_counted")
    of_these = select(CountedOffice).join(CountedCall, CountedCall.call_id == CountedOffice.call_id)
    offices = of_these.where(CountedCall.day == day).cte("office_counted")
    cells = union_all(of_calls(calls, PLUS), stances(offices, calls, PLUS)).cte("cell")
    of_office = of_offices(offices, calls, PLUS).cte("office_cell")
    yield Counts(CountOfHour, OF_HOUR, of_hours(day), _summed(cells, OF_HOUR, cells.c.hour))
    yield Counts(CountOfDay, OF_DAY, of_day(CountOfDay, day), _summed(cells, OF_DAY))
    yield Counts(CountOfOffice, OF_OFFICE, of_day(CountOfOffice, day), _summed(of_office, OF_OFFICE))
    yield Counts(CountOfTown, OF_TOWN, of_day(CountOfTown, day), _summed(cells, OF_TOWN, cells.c.town))


def _summed(cells: CTE, keys: Sequence[str], known: ColumnElement[object] | None = None) -> Selected:
    """What is not sealed is booked on the day itself."""
    return summed(cells, [cells.c["day" if key == "booked" else key].label(key) for key in keys], known)


def _differences(it: Counts) -> Selected:
    """What is counted of calls, less what is there."""
    table = it.model.__table__.c
    there = select(*(table[key] for key in it.keys), -table.calls, -table.seconds).where(*it.of_day)
    return _both(it.keys, it.counted, there)


def _of_whole(model: type[Base], campaign_id: int) -> Selected:
    """The days of a campaign added up, less what is there."""
    days, it = model.__table__, WHOLES[model]
    added_up = select(days).where(days.c.campaign_id == campaign_id, days.c.day != EVER).cte("days")
    there = it.model.__table__.c
    stored = select(*(there[key] for key in it.keys), -there.calls, -there.seconds)
    stored = stored.where(there.campaign_id == campaign_id)
    if it.model is model:
        stored = stored.where(there.day == EVER)
    return _both(it.keys, whole(model, added_up), stored)


def _both(keys: Sequence[str], *several: Some) -> Selected:
    both = union_all(*(select(*it.subquery().c) for it in several)).subquery("both")
    return summed(both, [both.c[key] for key in keys])


def _add(session: Session, it: Counts, rows: Rows) -> None:
    if rows:
        days = _given(it.model, it.keys, rows)
        is_whole = it.model not in WHOLES
        parts = (into(it.model, it.keys, select(days)),) if is_whole else days_into(it.model, it.keys, days)
        session.execute(select(literal(1)).add_cte(*parts))


def _given(model: type[Base], keys: Sequence[str], rows: Rows) -> CTE:
    names = [*keys, "calls", "seconds"]
    columns = [column(name, model.__table__.c[name].type) for name in names]
    given = values(*columns, name="given").data([tuple(row[name] for name in names) for row in rows])
    return select(given).cte("days")
