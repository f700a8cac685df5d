"""What came of a call, derived anew from all its legs when one is over: order and repetition change nothing."""

from datetime import datetime
from typing import TypeVar

from sqlalchemy import ColumnElement, Integer, ScalarSelect, SQLColumnExpression, case, cast, func, literal, select
from sqlalchemy.orm import aliased

from app.calls.life.status import CALL_ID, Values
from app.telephony.outcomes import LINE_OUTCOME
from models import LEG_ENDINGS, Leg, LegRole, LegStatus

# Endings before which a phone need not have rung, and what a leg is when somebody picked it up.
NEVER_RING = frozenset({LegStatus.BUSY, LegStatus.FAILED})
PICKED_UP = frozenset({LegStatus.IN_PROGRESS, LegStatus.COMPLETED})

Moment = SQLColumnExpression[datetime | None]
T = TypeVar("T")


def derived_values() -> Values:
    """Line outcome and seconds.

    The line outcome is that of the office that answered, else of the last one tried. `ring_seconds`: how long the
    phone rang on which it depended: that office's once one was dialled, else the supporter's. `talk_seconds`: how
    long offices were on the line. `total_seconds`: from the first ring of the supporter's phone to the end of
    their leg.
    """
    office, supporter = _telling(LegRole.OFFICE), _telling(LegRole.SUPPORTER)
    started = func.coalesce(supporter.ringing_at, supporter.answered_at)
    never_dialled = _one(office, office.id).is_(None)
    return {
        "line_outcome": _one(office, case(LINE_OUTCOME, value=office.status)),
        "ring_seconds": case((never_dialled, _one(supporter, _rang(supporter))), else_=_one(office, _rang(office))),
        "talk_seconds": func.coalesce(_talked(), case((never_dialled, _no_talk(supporter)))),
        "total_seconds": _one(supporter, _seconds(started, supporter.ended_at)),
    }


def _telling(role: LegRole) -> type[Leg]:
    """The leg that tells how it went: one that was picked up, else the newest."""
    picked_up = (Leg.role == LegRole.OFFICE) & Leg.status.in_(PICKED_UP)
    legs = select(Leg).where(Leg.call_id == CALL_ID, Leg.role == role)
    return aliased(Leg, legs.order_by(picked_up.desc(), Leg.id.desc()).limit(1).subquery())


def _talked() -> ScalarSelect[int | None]:
    """How long offices were on the line, unknown while one still is."""
    talk = func.coalesce(Leg.duration_seconds, _seconds(Leg.answered_at, Leg.ended_at), 0)
    over = func.bool_and(Leg.status.in_(LEG_ENDINGS))
    offices = select(case((over, func.sum(talk)))).where(Leg.call_id == CALL_ID, Leg.role == LegRole.OFFICE)
    return offices.scalar_subquery()


def _one(leg: type[Leg], column: SQLColumnExpression[T]) -> ScalarSelect[T]:
    return select(column).select_from(leg).scalar_subquery()


def _rang(leg: type[Leg]) -> ColumnElement[int | None]:
    """How long its phone rang: not at all where the line was busy or dead from the start."""
    rang = _seconds(leg.ringing_at, func.coalesce(leg.answered_at, leg.ended_at))
    return func.coalesce(rang, case((leg.status.in_(NEVER_RING), 0)))


def _no_talk(supporter: type[Leg]) -> ScalarSelect[int | None]:
    """Nobody talked when the supporter's leg is over and no office was dialled."""
    return _one(supporter, case((supporter.status.in_(LEG_ENDINGS), literal(0))))


def _seconds(start: Moment, end: Moment) -> ColumnElement[int | None]:
    """Whole seconds between two times, unknown if one of them is; never negative: clocks may disagree by one."""
    return case((end < start, 0), else_=cast(func.round(func.extract("epoch", end - start)), Integer))
