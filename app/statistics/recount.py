"""Counts calls anew: what they count for now, less what they counted for before, in one statement."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import (
    ARRAY,
    CTE,
    BigInteger,
    Date,
    Select,
    String,
    and_,
    any_,
    case,
    cast,
    delete,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.statistics.adding import added
from app.statistics.cells import of_calls, of_offices, stances
from app.statistics.facts import calls_now, offices_now
from app.store.once import Once, param
from models import Base, Call, CountedCall, CountedOffice, SealedDay

# Read once: written down beside a column, the list would be read anew for each row of a table that is thought small.
_LIST = select(cast(param("ids", String), ARRAY(BigInteger))).scalar_subquery()
IDS = any_(cast(_LIST, ARRAY(BigInteger)))
TODAY = param("today", Date)
PLUS, MINUS = literal(1), literal(-1)

# Of the calls of a sealed day these are not known any more, and what was known of these stays.
_FORGOTTEN = ("hour", "town", "came_from")
_STEPS = ("rang", "answered", "pressed")
_ON_THE_LINE = ("line", "seconds")  # of its offices: when a leg began and ended is a day by now
OF_CALL = [column.key for column in CountedCall.__table__.c]
OF_OFFICE = [column.key for column in CountedOffice.__table__.c]


def recount(session: Session, call_ids: Iterable[int], today: date) -> None:
    """Count what these calls count for now in place of what they counted for before; corrections are booked `today`.

    Nobody else counts meanwhile: whoever calls this has locked `Counting`.
    """
    _RECOUNT.rows(session, ids=id_list(call_ids), today=today)


def id_list(call_ids: Iterable[int]) -> str:
    """These ids, as PostgreSQL writes an array of them."""
    return f"{{{','.join(map(str, call_ids))}}}"


def _recount() -> Select[int]:
    before = _before().cte("call_before")
    offices_before = select(CountedOffice).where(CountedOffice.call_id == IDS).cte("office_before")
    now = _as_kept(calls_now(Call.id == IDS).cte("call_as_it_is"), before).cte("call_now")
    offices_as_they_are = offices_now(Call.id == IDS).cte("office_as_it_is")
    offices = _offices_as_kept(offices_as_they_are, offices_before, now).cte("office_now")
    calls = union_all(
        of_calls(now, PLUS),
        of_calls(before, MINUS),
        stances(offices, now, PLUS),
        stances(offices_before, before, MINUS),
    ).cte("cell")
    of_office = union_all(of_offices(offices, now, PLUS), of_offices(offices_before, before, MINUS)).cte("office_cell")
    kept = (
        _kept(CountedCall, OF_CALL, now, ["call_id"]),
        _kept(CountedOffice, OF_OFFICE, offices, ["call_id", "nth"]),
        _gone(offices),
    )
    return select(literal(1)).add_cte(*added(calls, of_office, TODAY), *kept)


def _before() -> Select[*tuple[object, ...]]:
    """Of a sealed day what is to be forgotten counts as forgotten, also while it still stands there."""
    is_sealed = SealedDay.day.is_not(None)
    own = {name: CountedCall.__table__.c[name] for name in OF_CALL}
    columns = own | {name: case((is_sealed, null()), else_=own[name]) for name in _FORGOTTEN}
    sealed = select(*(column.label(name) for name, column in columns.items()))
    return sealed.outerjoin(SealedDay, SealedDay.day == CountedCall.day).where(CountedCall.call_id == IDS)


def _as_kept(as_is: CTE, before: CTE) -> Select[*tuple[object, ...]]:
    """Calls of a sealed day keep the steps that they took: what happened to them may be deleted by now."""
    day = func.coalesce(before.c.day, as_is.c.day)
    is_sealed = SealedDay.day.is_not(None)
    own = {name: as_is.c[name] for name in OF_CALL}
    forgotten = {name: case((is_sealed, null()), else_=as_is.c[name]) for name in _FORGOTTEN}
    steps = {name: or_(as_is.c[name], and_(is_sealed, func.coalesce(before.c[name], False))) for name in _STEPS}
    kept = own | {"day": day} | forgotten | steps
    both = as_is.outerjoin(before, before.c.call_id == as_is.c.call_id).outerjoin(SealedDay, SealedDay.day == day)
    return select(*(column.label(name) for name, column in kept.items())).select_from(both)


def _offices_as_kept(as_they_are: CTE, before: CTE, calls: CTE) -> Select[*tuple[object, ...]]:
    """Offices of a sealed day keep what their line showed, and for how long: of them only what is said changes."""
    is_kept = and_(SealedDay.day.is_not(None), before.c.call_id.is_not(None))
    own = {name: as_they_are.c[name] for name in OF_OFFICE}
    kept = own | {name: case((is_kept, before.c[name]), else_=as_they_are.c[name]) for name in _ON_THE_LINE}
    same = before.c.call_id == as_they_are.c.call_id, before.c.nth == as_they_are.c.nth
    both = as_they_are.join(calls, calls.c.call_id == as_they_are.c.call_id).outerjoin(before, and_(*same))
    of_day = both.outerjoin(SealedDay, SealedDay.day == calls.c.day)
    return select(*(column.label(name) for name, column in kept.items())).select_from(of_day)


def _kept(model: type[Base], columns: list[str], now: CTE, key: list[str]) -> CTE:
    new = insert(model).from_select(columns, select(*(now.c[name] for name in columns)))
    rest = {name: new.excluded[name] for name in columns if name not in key}
    return new.on_conflict_do_update(index_elements=key, set_=rest).cte(f"kept_{model.__tablename__}")


def _gone(offices: CTE) -> CTE:
    """An office of which somebody took back what they told, and that was not rung."""
    is_there = exists().where(offices.c.call_id == CountedOffice.call_id, offices.c.nth == CountedOffice.nth)
    return delete(CountedOffice).where(CountedOffice.call_id == IDS, ~is_there).cte("gone")


_RECOUNT = Once(_recount)
