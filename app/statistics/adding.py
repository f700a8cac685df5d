"""Adds what is counted to the counts that are there, as parts of one statement."""

from collections.abc import Sequence

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Select,
    SelectBase,
    SQLColumnExpression,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import insert

from models import EVER, Base, CountOfDay, CountOfHour, CountOfOffice, CountOfTown, SealedDay

CELL = ("dimension", "value")
OF_HOUR = ("campaign_id", "hour", *CELL)
OF_DAY = ("campaign_id", "day", "booked", *CELL)
OF_OFFICE = ("campaign_id", "day", "booked", "district_geoid", "office_holder_id", *CELL)
OF_TOWN = ("campaign_id", "day", "town", *CELL)

Keys = Sequence[SQLColumnExpression[object]]


def added(calls: FromClause, offices: FromClause, today: ColumnElement[object]) -> tuple[CTE, ...]:
    """Add these cells, of calls and of offices, wherever they belong.

    What is of a sealed day is a correction, booked `today`; of its hours, towns and sources there is none.
    """
    it, office = calls.c, offices.c
    cell, office_cell = (it.dimension, it.value), (office.dimension, office.value)
    here = (office.district_geoid, office.office_holder_id)
    ever = literal(EVER)
    return (
        _into(CountOfHour, OF_HOUR, summed(calls, (it.campaign_id, it.hour, *cell), it.hour)),
        _into(CountOfDay, OF_DAY, summed(calls, (it.campaign_id, it.day, booked(it.day, today), *cell))),
        _into(
            CountOfOffice,
            OF_OFFICE,
            union_all(
                summed(offices, (office.campaign_id, office.day, booked(office.day, today), *here, *office_cell)),
                summed(offices, (office.campaign_id, ever.label("day"), ever.label("booked"), *here, *office_cell)),
            ),
        ),
        _into(
            CountOfTown,
            OF_TOWN,
            union_all(
                summed(calls, (it.campaign_id, it.day, it.town, *cell), it.town),
                summed(calls, (it.campaign_id, ever.label("day"), it.town, *cell), it.town),
            ),
        ),
    )


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


def _into(model: type[Base], keys: Sequence[str], rows: SelectBase) -> CTE:
    new = insert(model).from_select([*keys, "calls", "seconds"], rows)
    more = {name: getattr(model, name) + new.excluded[name] for name in ("calls", "seconds")}
    added = new.on_conflict_do_update(index_elements=list(keys), set_=more)
    return added.cte(f"into_{model.__tablename__}")
