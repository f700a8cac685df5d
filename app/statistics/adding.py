"""Adds what is counted to the counts that are there, as parts of one statement."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Date,
    FromClause,
    Select,
    SelectBase,
    SQLColumnExpression,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import insert

from models import EVER, Base, CountOfDay, CountOfHour, CountOfMonth, CountOfOffice, CountOfTown, SealedDay

CELL = ("dimension", "value")
OF_HOUR = ("campaign_id", "hour", *CELL)
OF_DAY = ("campaign_id", "day", "booked", *CELL)
OF_MONTH = ("campaign_id", "month", *CELL)
OF_OFFICE = ("campaign_id", "day", "booked", "district_geoid", "office_holder_id", *CELL)
OF_TOWN = ("campaign_id", "day", "town", *CELL)

Keys = Sequence[SQLColumnExpression[object]]
Said = Mapping[str, ColumnElement[object]]


@dataclass(frozen=True)
class Whole:
    """Where days are told added up: by what, and what is said there in place of the day, once or several times."""

    model: type[Base]
    keys: Sequence[str]
    said: Callable[[FromClause], Sequence[Said]]


_EVER: ColumnElement[object] = literal(EVER)
WHOLES: Mapping[type[Base], Whole] = {
    CountOfDay: Whole(CountOfMonth, OF_MONTH, lambda days: [{"month": month_of(days.c.day)}, {"month": _EVER}]),
    CountOfOffice: Whole(CountOfOffice, OF_OFFICE, lambda _: [{"day": _EVER, "booked": _EVER}]),
    CountOfTown: Whole(CountOfTown, OF_TOWN, lambda _: [{"day": _EVER}]),
}


def added(calls: FromClause, offices: FromClause, today: ColumnElement[object]) -> tuple[CTE, ...]:
    """Add these cells, of calls and of offices, wherever they belong.

    What is of a sealed day is a correction, booked `today`; of its hours, towns and sources there is none.
    """
    it, office = calls.c, offices.c
    cell, office_cell = (it.dimension, it.value), (office.dimension, office.value)
    here = (office.district_geoid, office.office_holder_id)
    when = office.campaign_id, office.day, booked(office.day, today)
    days = summed(calls, (it.campaign_id, it.day, booked(it.day, today), *cell)).cte("of_days")
    of_offices = summed(offices, (*when, *here, *office_cell)).cte("of_offices")
    towns = summed(calls, (it.campaign_id, it.day, it.town, *cell), it.town).cte("of_towns")
    return (
        into(CountOfHour, OF_HOUR, summed(calls, (it.campaign_id, it.hour, *cell), it.hour)),
        *days_into(CountOfDay, OF_DAY, days),
        *days_into(CountOfOffice, OF_OFFICE, of_offices),
        *days_into(CountOfTown, OF_TOWN, towns),
    )


def days_into(model: type[Base], keys: Sequence[str], days: CTE) -> tuple[CTE, ...]:
    """Add these counts to those of their days, and to where days are told added up."""
    it = WHOLES[model]
    if it.model is model:
        return (into(model, keys, union_all(select(days), whole(model, days))),)
    return into(model, keys, select(days)), into(it.model, it.keys, whole(model, days))


def whole(model: type[Base], days: FromClause) -> CompoundSelect[*tuple[object, ...]]:
    """What these counts of days come to where days are told added up."""
    it = WHOLES[model]
    every = [[(said[key] if key in said else days.c[key]).label(key) for key in it.keys] for said in it.said(days)]
    return union_all(*(summed(days, keys) for keys in every))


def month_of(day: ColumnElement[object]) -> ColumnElement[object]:
    """The first day of its month."""
    return cast(func.date_trunc("month", day), Date)


def booked(day: ColumnElement[object], today: ColumnElement[object]) -> ColumnElement[object]:
    """When it is booked: on the day itself, until that is sealed."""
    sealed = select(today).where(SealedDay.day == day).scalar_subquery()
    return func.coalesce(sealed, day).label("booked")


def summed(cells: FromClause, keys: Keys, known: ColumnElement[object] | None = None) -> Select[*tuple[object, ...]]:
    """These cells added up by these keys, where that is not nothing; of those alone of which `known` is known."""
    calls, seconds = func.sum(cells.c.calls), func.sum(cells.c.seconds)
    sums = select(*keys, calls.label("calls"), seconds.label("seconds")).select_from(cells).group_by(*keys)
    sums = sums.having(or_(calls != 0, seconds != 0))
    return sums if known is None else sums.where(known.is_not(None))


def into(model: type[Base], keys: Sequence[str], rows: SelectBase) -> CTE:
    """Add these rows to a table of counts."""
    new = insert(model).from_select([*keys, "calls", "seconds"], rows)
    more = {name: getattr(model, name) + new.excluded[name] for name in ("calls", "seconds")}
    added = new.on_conflict_do_update(index_elements=list(keys), set_=more)
    return added.cte(f"into_{model.__tablename__}")
