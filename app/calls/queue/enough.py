"""How many of our calls an office's number had today: those that are counted, and those that hold it now."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Date, ScalarSelect, SQLColumnExpression, case, func, literal, select
from sqlalchemy.orm import Session

from app.calls.queue.order import how_many_hold
from app.calls.queue.tally import tally_lines
from app.clock import eastern_day
from models import LineDay, LinePace


def had_today(session: Session | Connection, number: str, now: datetime) -> int:
    """Exactly, since all that ended is counted first: asked only where a number takes so many a day."""
    tally_lines(session)
    had = _rung(literal(number), literal(eastern_day(now), Date)) + how_many_hold(number)
    return session.scalar(select(had)) or 0


def had_enough(
    number: SQLColumnExpression[str], day: SQLColumnExpression[object], held: SQLColumnExpression[int]
) -> ColumnElement[bool]:
    """Beside a number's pace and how many hold it: whether it had all it takes today, as far as it is counted.

    What it had is not looked up where it takes any.
    """
    return case((LinePace.a_day.is_not(None), LinePace.a_day <= _rung(number, day) + held), else_=False)


def _rung(number: SQLColumnExpression[str], day: SQLColumnExpression[object]) -> ScalarSelect[int]:
    tries = LineDay.answered + LineDay.busy + LineDay.no_answer + LineDay.failed
    rung = select(func.coalesce(func.sum(tries), 0)).where(LineDay.e164 == number, LineDay.day == day)
    return rung.scalar_subquery()
