"""What came of a call, derived anew from all its legs when one is over: order and repetition change nothing."""

from datetime import datetime

from sqlalchemy import ColumnElement, FromClause, Integer, SQLColumnExpression, case, cast, exists, func, select
from sqlalchemy.dialects.postgresql import distinct_on

from app.calls.life.events import SOURCE
from app.calls.life.status import CALL_ID, Values
from app.telephony.outcomes import LINE_OUTCOME
from models import LEG_ENDINGS, CalledOffice, CallEvent, CallStatus, EventSource, Leg, LegRole, LegStatus

# Endings before which a phone need not have rung, and what a leg is when somebody picked it up.
NEVER_RING = frozenset({LegStatus.BUSY, LegStatus.FAILED})
PICKED_UP = frozenset({LegStatus.IN_PROGRESS, LegStatus.COMPLETED})

Moment = SQLColumnExpression[datetime | None]


def derived_values() -> Values:
    """Line outcome and seconds.

    The line outcome is that of the office that answered, else of the last one tried. `ring_seconds`: how long the
    phone rang on which it depended: that office's once one was dialled, else the supporter's. `talk_seconds`: how
    long offices were on the line, unknown while of one of them nothing was told. `total_seconds`: from the first ring
    of the supporter's phone to the end of their leg.
    """
    legs = _telling_legs()
    office, supporter = _of(legs, LegRole.OFFICE, legs.c.status), _of(legs, LegRole.SUPPORTER, legs.c.status)
    rang = case(
        (office.is_(None), _of(legs, LegRole.SUPPORTER, legs.c.rang)), else_=_of(legs, LegRole.OFFICE, legs.c.rang)
    )
    no_talk = case((office.is_(None) & supporter.in_(LEG_ENDINGS), 0))
    came_of_it = select(
        case(LINE_OUTCOME, value=office).label("line_outcome"),
        rang.label("ring_seconds"),
        case((_is_told_of_all(), func.coalesce(func.max(legs.c.talked), no_talk))).label("talk_seconds"),
        _of(legs, LegRole.SUPPORTER, legs.c.lasted).label("total_seconds"),
    ).cte("came_of_it")
    return {str(column.key): select(column).scalar_subquery() for column in came_of_it.c}


def _is_told_of_all() -> ColumnElement[bool]:
    """Whether of every office that was to be rung something was told; a carrier that is asked tells all there is."""
    told = exists().where(
        Leg.called_office_id == CalledOffice.id, CalledOffice.call_id == CALL_ID, CalledOffice.rank == CallEvent.rank
    )
    to_ring = CallEvent.to_status == CallStatus.CONNECTING
    untold = exists().where(CallEvent.call_id == CALL_ID, to_ring, ~told)
    return case((SOURCE == EventSource.RECONCILED, True), else_=~untold)


def _telling_legs() -> FromClause:
    """The leg of each role that tells how it went: one that was picked up, else the newest; and all offices' talk."""
    talk = func.coalesce(Leg.duration_seconds, _seconds(Leg.answered_at, Leg.ended_at), 0)
    offices = Leg.role == LegRole.OFFICE
    is_over = func.bool_and(Leg.status.in_(LEG_ENDINGS)).filter(offices).over()
    talked = case((is_over, func.sum(talk).filter(offices).over()))  # unknown while one still is on the line
    rang = func.coalesce(_seconds(Leg.ringing_at, func.coalesce(Leg.answered_at, Leg.ended_at)), _never_rang())
    lasted = _seconds(func.coalesce(Leg.ringing_at, Leg.answered_at), Leg.ended_at)
    told = (Leg.role, Leg.status, rang.label("rang"), lasted.label("lasted"), talked.label("talked"))
    one_a_role = select(*told).where(Leg.call_id == CALL_ID).ext(distinct_on(Leg.role))
    return one_a_role.order_by(Leg.role, Leg.status.in_(PICKED_UP).desc(), Leg.id.desc()).subquery("leg_of_role")


def _never_rang() -> ColumnElement[int | None]:
    """Not at all, where the line was busy or dead from the start."""
    return case((Leg.status.in_(NEVER_RING), 0))


def _of(legs: FromClause, role: LegRole, column: ColumnElement[object]) -> ColumnElement[object]:
    """A column of the one leg of this role, NULL where there is none."""
    return func.max(column).filter(legs.c.role == role)


def _seconds(start: Moment, end: Moment) -> ColumnElement[int | None]:
    """Whole seconds between two times, unknown if one of them is; never negative: clocks may disagree by one."""
    return case((end < start, 0), else_=cast(func.round(func.extract("epoch", end - start)), Integer))
