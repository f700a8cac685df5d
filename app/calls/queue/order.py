"""Who stands before whom in the line of an office's number, and how many hold it: asked by whoever claims or tells."""

from sqlalchemy import ColumnElement, ScalarSelect, SQLColumnExpression, func, select, tuple_
from sqlalchemy.orm import aliased

from models import HOLDING, Call

# Whoever waits longest is first; of two in the same moment, whoever came first.
FIRST_COMES_FIRST = (Call.waits_since, Call.id)


def waiting_for(number: str | SQLColumnExpression[str]) -> ColumnElement[bool]:
    """The calls that stand in the number's line."""
    return (Call.waits_for == number) & Call.ended_at.is_(None)


def how_many_before() -> ScalarSelect[int]:
    """Beside a call: how many stand before it in its line."""
    other = aliased(Call)
    earlier = tuple_(other.waits_since, other.id) < tuple_(Call.waits_since, Call.id)
    before = select(func.count()).where(other.waits_for == Call.waits_for, other.ended_at.is_(None), earlier)
    return before.correlate(Call).scalar_subquery()


def how_many_hold(number: str | SQLColumnExpression[str] | SQLColumnExpression[str | None]) -> ScalarSelect[int]:
    """How many calls hold a number now, or will within the moment."""
    holding = aliased(Call)
    held = select(func.count()).where(holding.holds_line == number, holding.status.in_(HOLDING))
    return held.correlate(Call).scalar_subquery()
