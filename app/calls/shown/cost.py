"""What a call cost, beside its row: once it is settled, and whether that is an estimate."""

from typing import TypeVar

from sqlalchemy import Label, SQLColumnExpression, select

from models import Call, CallCost

T = TypeVar("T")


def cost_columns() -> tuple[Label[object], ...]:
    """The dollars, and whether the carrier told them; NULL of a call that is not settled, or cost nothing ever."""
    return _told(CallCost.legs + CallCost.speech, "cost"), _told(CallCost.is_estimate, "cost_is_estimate")


def _told(column: SQLColumnExpression[T], name: str) -> Label[T]:
    return select(column).where(CallCost.call_id == Call.id, CallCost.reserved == 0).scalar_subquery().label(name)
