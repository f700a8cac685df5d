"""Who stands before whom in the line of an office's number, and how many hold it: asked by whoever claims or tells."""

from sqlalchemy import ColumnElement, ScalarSelect, Select, SQLColumnExpression, exists, func, or_, select, tuple_
from sqlalchemy.orm import aliased

from models import HOLDING, Call

Number = str | SQLColumnExpression[str] | SQLColumnExpression[str | None]

# Whoever waits longest is first; of two in the same moment, whoever came first.
FIRST_COMES_FIRST = (Call.waits_since, Call.id)


def waiting_for(number: str | SQLColumnExpression[str]) -> ColumnElement[bool]:
    """The calls that stand in the number's line."""
    return (Call.waits_for == number) & Call.ended_at.is_(None)


def how_many_before() -> ScalarSelect[int]:
    """Beside a call: how many stand before it in its line."""
    other = aliased(Call)
    earlier = tuple_(other.waits_since, other.id) < tuple_(Call.waits_since, Call.id)
    theirs = (other.waits_for == Call.waits_for, other.ended_at.is_(None))
    before = select(func.count()).where(*theirs, earlier, keeps_back(other))
    return before.correlate(Call).scalar_subquery()


def keeps_back(other: type[Call]) -> ColumnElement[bool]:
    """Beside a call: whether it lets that other one go first. Nobody stands behind those who show no number."""
    return or_(Call.withheld, ~other.withheld)


def one_withheld_holds(number: SQLColumnExpression[str]) -> ColumnElement[bool]:
    """Whether somebody who shows no number holds this one: they are one caller, who talks once at a time."""
    holding = aliased(Call)
    held = (holding.holds_line == number, holding.status.in_(HOLDING), holding.withheld)
    return exists().where(*held, holding.id != Call.id).correlate(Call)


def how_many_hold(number: Number) -> ScalarSelect[int]:
    """How many calls hold a number now, or will within the moment."""
    return holding(number).correlate(Call).scalar_subquery()


def holding(number: Number) -> Select[int]:
    """The same as a row of its own."""
    call = aliased(Call)
    return select(func.count().label("held")).where(call.holds_line == number, call.status.in_(HOLDING))
