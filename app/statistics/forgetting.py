"""Takes back what was counted: of calls before they are deleted, and of a day what its seal is not to tell."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement, Select, delete, exists, literal, select, union_all
from sqlalchemy.orm import Session

from app.statistics.adding import WHOLES, added, into, whole
from app.statistics.cells import of_calls, of_offices, stances
from app.statistics.days import OfDay, of_day
from app.statistics.recount import IDS, MINUS, TODAY, id_list
from app.store.once import Once
from models import CountedCall, CountedOffice, SealedDay

SUMS = ("calls", "seconds")


def take_from_ever(session: Session, model: OfDay, day: date, *which: ColumnElement[bool]) -> None:
    """Delete what is counted of a day, and take it from where days are told added up."""
    gone = delete(model).where(*of_day(model, day), *which).returning(model).cte("gone")
    names = [column.key for column in model.__table__.c if column.key not in SUMS]
    less = select(*(gone.c[name] for name in names), *((-gone.c[name]).label(name) for name in SUMS)).cte("less")
    it = WHOLES[model]
    session.execute(select(literal(1)).add_cte(into(it.model, it.keys, whole(model, less))))


def add_to_ever(session: Session, model: OfDay, day: date, *which: ColumnElement[bool]) -> None:
    """Add what is counted of a day to where days are told added up."""
    there = select(model.__table__).where(*of_day(model, day), *which).cte("there")
    it = WHOLES[model]
    session.execute(select(literal(1)).add_cte(into(it.model, it.keys, whole(model, there))))


def uncount(session: Session, call_ids: Iterable[int], today: date) -> None:
    """Let these calls count no more where their day is not sealed: they are to be deleted, as if they had never been.

    Whoever calls this has locked `Counting`. What is sealed stays as it is.
    """
    _UNCOUNT.rows(session, ids=id_list(call_ids), today=today)


def _uncount() -> Select[int]:
    open_calls = CountedCall.call_id == IDS, ~exists().where(SealedDay.day == CountedCall.day)
    calls = select(CountedCall).where(*open_calls).cte("call_before")
    of_these = CountedOffice.call_id.in_(select(calls.c.call_id))
    offices = select(CountedOffice).where(of_these).cte("office_before")
    cells = union_all(of_calls(calls, MINUS), stances(offices, calls, MINUS)).cte("cell")
    of_office = of_offices(offices, calls, MINUS).cte("office_cell")
    gone = delete(CountedCall).where(CountedCall.call_id.in_(select(calls.c.call_id))).cte("gone")
    return select(literal(1)).add_cte(*added(cells, of_office, TODAY), gone)


_UNCOUNT = Once(_uncount)
