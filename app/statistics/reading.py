"""Reads what was counted, of some campaigns and days: along each dimension, and by hour, day, office and town.

None of it reads a call: it takes as long after a million calls as after a thousand.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import BigInteger, ColumnElement, FromClause, RowMapping, Select, cast, func, select
from sqlalchemy.orm import Session

from app.statistics.told import A_DAY, AtMoment, Counted, Counts, OfOffice, OfTown, Span, begins
from app.store.rows import by_name
from models import EVER, CountedBy, CountOfDay, CountOfHour, CountOfMonth, CountOfOffice, CountOfTown

Columns = Sequence[ColumnElement[object]]


def counts(session: Session, span: Span) -> Counts:
    """Along every dimension; one statement."""
    table = CountOfMonth.__table__ if span.is_ever else CountOfDay.__table__
    within = (table.c.month == EVER, *_of(table, span)) if span.is_ever else _within(table, span)
    cells = _summed(table, (table.c.dimension, table.c.value))
    return _counts(session.execute(cells.where(*within)).mappings())


def by_hour(session: Session, span: Span, dimension: CountedBy) -> list[AtMoment]:
    """The hours that had calls, in their order; of a sealed day without what was corrected since."""
    table = CountOfHour.__table__
    at = (table.c.hour.label("at"), table.c.value)
    wanted = _summed(table, at).where(table.c.dimension == dimension, *_of(table, span))
    if span.since is not None:
        wanted = wanted.where(table.c.hour >= begins(span.since))
    if span.until is not None:
        wanted = wanted.where(table.c.hour < begins(span.until + A_DAY))
    return [by_name(AtMoment, row) for row in session.execute(wanted.order_by(*at)).mappings()]


def by_day(session: Session, span: Span, dimension: CountedBy) -> list[AtMoment]:
    """The days that had calls, in their order."""
    table = CountOfDay.__table__
    wanted = _summed(table, (table.c.day, table.c.value)).where(table.c.dimension == dimension, *_within(table, span))
    rows = session.execute(wanted.order_by(table.c.day, table.c.value)).mappings()
    return [by_name(AtMoment, row, at=begins(row["day"])) for row in rows]


def by_month(session: Session, span: Span, dimension: CountedBy) -> list[AtMoment]:
    """The months that had calls, in their order: of all that ever were."""
    table = CountOfMonth.__table__
    wanted = _summed(table, (table.c.month, table.c.value)).where(table.c.dimension == dimension, *_of(table, span))
    rows = session.execute(wanted.where(table.c.month != EVER).order_by(table.c.month, table.c.value)).mappings()
    return [by_name(AtMoment, row, at=begins(row["month"])) for row in rows]


def by_office(session: Session, span: Span) -> list[OfOffice]:
    """Every office holder whom a call reached for, those of most calls first; one statement."""
    table = CountOfOffice.__table__
    here = [table.c.district_geoid, table.c.office_holder_id]
    every = [by_name(OfOffice, rows[0], counts=_counts(rows)) for rows in _grouped(session, table, here, span)]
    return sorted(every, key=lambda it: (-it.counts.all.calls, it.district_geoid, it.office_holder_id))


def by_town(session: Session, span: Span) -> list[OfTown]:
    """Every town from which there was a call, those of most calls first; one statement."""
    table = CountOfTown.__table__
    every = [by_name(OfTown, rows[0], counts=_counts(rows)) for rows in _grouped(session, table, [table.c.town], span)]
    return sorted(every, key=lambda it: (-it.counts.all.calls, it.town))


def _grouped(session: Session, table: FromClause, here: Columns, span: Span) -> Iterable[Sequence[RowMapping]]:
    """The cells of each place."""
    within = (table.c.day == EVER, *_of(table, span)) if span.is_ever else _within(table, span)
    cells = _summed(table, [*here, table.c.dimension, table.c.value]).where(*within)
    places: dict[tuple[object, ...], list[RowMapping]] = {}
    for row in session.execute(cells).mappings():
        places.setdefault(tuple(row[str(column.key)] for column in here), []).append(row)
    return places.values()


def _summed(table: FromClause, keys: Columns) -> Select[*tuple[object, ...]]:
    calls, seconds = func.sum(table.c.calls), func.sum(table.c.seconds)
    sums = select(*keys, calls.label("calls"), cast(seconds, BigInteger).label("seconds"))
    return sums.group_by(*keys).having(calls != 0)


def _of(table: FromClause, span: Span) -> list[ColumnElement[bool]]:
    return [] if span.campaigns is None else [table.c.campaign_id.in_(span.campaigns)]


def _within(table: FromClause, span: Span) -> list[ColumnElement[bool]]:
    """Its days; those of all together are no day."""
    since, until = span.since or EVER + A_DAY, span.until or date.max
    return [table.c.day.between(since, until), *_of(table, span)]


def _counts(cells: Iterable[RowMapping]) -> Counts:
    by: dict[CountedBy, dict[str, Counted]] = {}
    for cell in sorted(cells, key=lambda it: (-it["calls"], it["value"])):
        by.setdefault(cell["dimension"], {})[cell["value"]] = Counted(cell["calls"], cell["seconds"])
    return Counts(by)
