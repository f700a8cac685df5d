"""What came of a call, derived anew from all its legs when one is over: order and repetition change nothing."""

from datetime import datetime

from sqlalchemy import (
    CTE,
    ColumnElement,
    FromClause,
    Integer,
    SQLColumnExpression,
    case,
    cast,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import distinct_on

from app.calls.life.events import SOURCE
from app.calls.life.legs import LEG, LEG_SID, told_leg
from app.calls.life.status import CALL_ID, RANK, Beside, Values
from app.telephony.outcomes import LINE_OUTCOME
from models import LEG_ENDINGS, CalledOffice, CallEvent, CallStatus, EventSource, Leg, LegRole, LegStatus

# Endings before which a phone need not have rung, and what a leg is when somebody picked it up.
NEVER_RING = frozenset({LegStatus.BUSY, LegStatus.FAILED})
PICKED_UP = frozenset({LegStatus.IN_PROGRESS, LegStatus.COMPLETED})

Moment = SQLColumnExpression[datetime | None]


def derived_values(told: CTE | None = None) -> Values:
    """Line outcome and seconds, by the legs that are there; by the one that this very statement has `told`, too.

    The line outcome is that of the office that answered, else of the last one tried. `ring_seconds`: how long the
    phone rang on which it depended: that office's once one was dialled, else the supporter's. `talk_seconds`: how
    long offices were on the line, unknown while of one of them nothing was told. `total_seconds`: from the first ring
    of the supporter's phone to the end of their leg.
    """
    legs = _telling_legs(told)
    office, supporter = _of(legs, LegRole.OFFICE, legs.c.status), _of(legs, LegRole.SUPPORTER, legs.c.status)
    rang = case(
        (office.is_(None), _of(legs, LegRole.SUPPORTER, legs.c.rang)), else_=_of(legs, LegRole.OFFICE, legs.c.rang)
    )
    no_talk = case((office.is_(None) & supporter.in_(LEG_ENDINGS), 0))
    came_of_it = select(
        case(LINE_OUTCOME, value=office).label("line_outcome"),
        rang.label("ring_seconds"),
        case((_is_told_of_all(told), func.coalesce(func.max(legs.c.talked), no_talk))).label("talk_seconds"),
        _of(legs, LegRole.SUPPORTER, legs.c.lasted).label("total_seconds"),
    ).cte("came_of_it")
    return {str(column.key): select(column).scalar_subquery() for column in came_of_it.c}


def leg_ended(call: CTE) -> Beside:
    """Keep such news of a leg that is over, and derive what came of the call."""
    leg = told_leg(call)
    return Beside((leg,), derived_values(leg))


def _is_told_of_all(told: CTE | None) -> ColumnElement[bool]:
    """Whether of every office that was to be rung something was told; a carrier that is asked tells all there is."""
    is_known = exists().where(
        Leg.called_office_id == CalledOffice.id, CalledOffice.call_id == CALL_ID, CalledOffice.rank == CallEvent.rank
    )
    is_told = is_known if told is None else or_(is_known, CallEvent.rank.is_not_distinct_from(RANK))
    to_ring = CallEvent.to_status == CallStatus.CONNECTING
    untold = exists().where(CallEvent.call_id == CALL_ID, to_ring, ~is_told)
    return case((SOURCE == EventSource.RECONCILED, True), else_=~untold)


def _telling_legs(told: CTE | None) -> FromClause:
    """The leg of each role that tells how it went: one that was picked up, else the newest; and all offices' talk."""
    of_call = select(*LEG).where(Leg.call_id == CALL_ID)
    every = of_call if told is None else of_call.where(Leg.carrier_sid != LEG_SID).union_all(select(told))
    leg = every.subquery("leg_of_call").c
    talk = func.coalesce(leg.duration_seconds, _seconds(leg.answered_at, leg.ended_at), 0)
    offices = leg.role == LegRole.OFFICE
    is_over = func.bool_and(leg.status.in_(LEG_ENDINGS)).filter(offices).over()
    talked = case((is_over, func.sum(talk).filter(offices).over()))  # unknown while one still is on the line
    never = case((leg.status.in_(NEVER_RING), 0))  # not at all, where the line was busy or dead from the start
    rang = func.coalesce(_seconds(leg.ringing_at, func.coalesce(leg.answered_at, leg.ended_at)), never)
    lasted = _seconds(func.coalesce(leg.ringing_at, leg.answered_at), leg.ended_at)
    tells = (leg.role, leg.status, rang.label("rang"), lasted.label("lasted"), talked.label("talked"))
    one_a_role = select(*tells).ext(distinct_on(leg.role))
    return one_a_role.order_by(leg.role, leg.status.in_(PICKED_UP).desc(), leg.id.desc()).subquery("leg_of_role")


def _of(legs: FromClause, role: LegRole, column: ColumnElement[object]) -> ColumnElement[object]:
    """A column of the one leg of this role, NULL where there is none."""
    return func.max(column).filter(legs.c.role == role)


def _seconds(start: Moment, end: Moment) -> ColumnElement[int | None]:
    """Whole seconds between two times, unknown if one of them is; never negative: clocks may disagree by one."""
    return case((end < start, 0), else_=cast(func.round(func.extract("epoch", end - start)), Integer))
