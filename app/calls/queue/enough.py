"""How many of our calls an office's number had today: those that are counted, and those that hold it now."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Date, ScalarSelect, SQLColumnExpression, and_, func, literal, select
from sqlalchemy.orm import Session

from app.calls.queue.order import how_many_hold
from app.calls.queue.tally import tally_lines
from app.clock import eastern_day
from models import USUAL_AT_ONCE, LineDay, LinePace


def had_so_far(number: SQLColumnExpression[str], day: SQLColumnExpression[object]) -> ColumnElement[int]:
    """In a statement: how many it had, as far as they are counted."""
    return _rung(number, day) + how_many_hold(number)


def had_today(session: Session | Connection, number: str, now: datetime) -> int:
    """Exactly, since all that ended is counted first: asked only where a number takes so many a day."""
    tally_lines(session)
    return session.scalar(select(had_so_far(literal(number), literal(eastern_day(now), Date)))) or 0


def had_enough(
    number: SQLColumnExpression[str],
    day: SQLColumnExpression[object],
    held: SQLColumnExpression[int],
    usual: SQLColumnExpression[int],
) -> ColumnElement[bool]:
    """Beside a number's pace and how many hold it: whether it had all it takes today, as far as it is counted.

    Without a figure of its own it takes the `usual` for each at once.
    """
    takes = func.coalesce(LinePace.a_day, func.coalesce(LinePace.at_once, USUAL_AT_ONCE) * usual)
    return and_(number.is_not(None), takes <= _rung(number, day) + held)


def _rung(number: SQLColumnExpression[str], day: SQLColumnExpression[object]) -> ScalarSelect[int]:
    tries = LineDay.answered + LineDay.busy + LineDay.no_answer + LineDay.failed
    rung = select(func.coalesce(func.sum(tries), 0)).where(LineDay.e164 == number, LineDay.day == day)
    return rung.scalar_subquery()
