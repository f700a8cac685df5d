"""Takes back what was counted: of a whole day before it is counted anew, or of calls before they are deleted."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import CTE, ColumnElement, Select, delete, func, literal, select, union_all
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.statistics.adding import OF_OFFICE, OF_TOWN, added
from app.statistics.cells import of_calls, of_offices, stances
from app.statistics.recount import IDS, MINUS, TODAY, id_list
from app.statistics.told import A_DAY, begins
from app.store.once import Once
from models import EVER, Base, CountedCall, CountedOffice, CountOfDay, CountOfHour, CountOfOffice, CountOfTown


def forget_day(session: Session, day: date) -> None:
    """Let nothing of this day be counted; whoever calls this has locked `Counting`."""
    of_hours = CountOfHour.hour >= begins(day), CountOfHour.hour < begins(day + A_DAY)
    session.execute(delete(CountOfHour).where(*of_hours))
    session.execute(delete(CountOfDay).where(CountOfDay.day == day))
    session.execute(delete(CountedOffice).where(CountedOffice.call_id.in_(_calls_of(day))))
    session.execute(delete(CountedCall).where(CountedCall.day == day))
    take_from_ever(session, CountOfOffice, OF_OFFICE, day)
    take_from_ever(session, CountOfTown, OF_TOWN, day)


def take_from_ever(
    session: Session,
    model: type[CountOfOffice | CountOfTown],
    keys: Sequence[str],
    day: date,
    *which: ColumnElement[bool],
) -> None:
    """Delete what is counted of a day, and take it from what is counted of all days together."""
    gone = delete(model).where(model.day == day, *which).returning(model).cte("gone")
    session.execute(select(literal(1)).add_cte(_into_ever(model, keys, gone, -1)))


def add_to_ever(session: Session, model: type[CountOfOffice | CountOfTown], keys: Sequence[str], day: date) -> None:
    """Add what is counted of a day to what is counted of all days together."""
    there = select(model).where(model.day == day).cte("there")
    session.execute(select(literal(1)).add_cte(_into_ever(model, keys, there, 1)))


def ever_anew(session: Session) -> None:
    """Add up anew what is counted of all days together."""
    for model, keys in ((CountOfOffice, OF_OFFICE), (CountOfTown, OF_TOWN)):
        session.execute(delete(model).where(model.day == EVER))
        days = select(model).where(model.day != EVER).cte("days")
        session.execute(select(literal(1)).add_cte(_into_ever(model, keys, days, 1)))


def uncount(session: Session, call_ids: Iterable[int], today: date) -> None:
    """Let these calls count no more where their day is not sealed: they are to be deleted, as if they had never been.

    Whoever calls this has locked `Counting`. What is sealed stays as it is.
    """
    _UNCOUNT.rows(session, ids=id_list(call_ids), today=today)


def _uncount() -> Select[int]:
    open_calls = CountedCall.call_id == IDS, CountedCall.hour.is_not(None)
    calls = select(CountedCall).where(*open_calls).cte("call_before")
    of_these = CountedOffice.call_id.in_(select(calls.c.call_id))
    offices = select(CountedOffice).where(of_these).cte("office_before")
    cells = union_all(of_calls(calls, MINUS), stances(offices, calls, MINUS)).cte("cell")
    of_office = of_offices(offices, calls, MINUS).cte("office_cell")
    gone = delete(CountedCall).where(CountedCall.call_id.in_(select(calls.c.call_id))).cte("gone")
    return select(literal(1)).add_cte(*added(cells, of_office, TODAY), gone)


def _into_ever(model: type[Base], keys: Sequence[str], rows: CTE, sign: int) -> CTE:
    """Corrections are told of all days together like everything else."""
    own = [rows.c[name] for name in keys if name not in {"day", "booked"}]
    ever = [literal(EVER).label(name) for name in keys if name in {"day", "booked"}]
    calls, seconds = (func.sum(sign * rows.c[name]).label(name) for name in ("calls", "seconds"))
    named = {column.key: column for column in (*own, *ever)}
    every = select(*(named[name] for name in keys), calls, seconds).group_by(*own)
    new = insert(model).from_select([*keys, "calls", "seconds"], every)
    more = {name: getattr(model, name) + new.excluded[name] for name in ("calls", "seconds")}
    return new.on_conflict_do_update(index_elements=list(keys), set_=more).cte("into_ever")


def _calls_of(day: date) -> Select[int]:
    return select(CountedCall.call_id).where(CountedCall.day == day)


_UNCOUNT = Once(_uncount())
