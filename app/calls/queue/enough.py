"""How many of our calls an office's number had today: those that are counted, and those that hold it now."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Date, ScalarSelect, SQLColumnExpression, func, literal, select
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


def had_enough(number: SQLColumnExpression[str], day: SQLColumnExpression[object]) -> ColumnElement[bool]:
    """In a statement: whether it had all that it takes today, as far as it is counted."""
    a_day = select(LinePace.a_day).where(LinePace.e164 == number).scalar_subquery()
    return func.coalesce(a_day <= _rung(number, day) + how_many_hold(number), False)


def _rung(number: SQLColumnExpression[str], day: SQLColumnExpression[object]) -> ScalarSelect[int]:
    tries = LineDay.answered + LineDay.busy + LineDay.no_answer + LineDay.failed
    rung = select(func.coalesce(func.sum(tries), 0)).where(LineDay.e164 == number, LineDay.day == day)
    return rung.scalar_subquery()
