"""Applies what is known of a leg: once, forward only, whatever the order in which it was heard."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Integer, case, cast, exists, func, literal, select, update
from sqlalchemy.dialects.postgresql import distinct_on, insert
from sqlalchemy.orm import Session, aliased

from app.calls.life.status import reason_values, status_values
from app.store.job_queue import defer
from app.store.rows import by_name
from app.telephony.outcomes import LINE_OUTCOME, OFFICE_LEG, SUPPORTER_LEG
from models import (
    HOLDING,
    IN_FLIGHT,
    LEG_ENDINGS,
    Call,
    CalledOffice,
    CallStatus,
    EndReason,
    Feedback,
    Leg,
    LegRole,
    LegStatus,
    LineOutcome,
    ReportedOutcome,
    ReportSource,
    leg_may_come_before,
)

# Endings before which a phone need not have rung, and what a leg is when somebody picked it up.
NEVER_RING = frozenset({LegStatus.BUSY, LegStatus.FAILED})
PICKED_UP = frozenset({LegStatus.IN_PROGRESS, LegStatus.COMPLETED})


@dataclass(frozen=True)
class LegNews:
    """What somebody told us of a leg. Times are the carrier's; `duration` is in seconds.

    `rank` is that of the office whose leg it is, None for the supporter's.
    """

    sid: str
    rank: int | None
    status: LegStatus
    ringing_at: datetime | None = None
    answered_at: datetime | None = None
    ended_at: datetime | None = None
    duration: int | None = None

    @property
    def role(self) -> LegRole:
        """Whose phone it is."""
        return LegRole.SUPPORTER if self.rank is None else LegRole.OFFICE

    @property
    def means(self) -> CallStatus:
        """What this says about the whole call."""
        return (SUPPORTER_LEG if self.role is LegRole.SUPPORTER else OFFICE_LEG)[self.status]


@dataclass(frozen=True)
class CallState:
    """What the log says of a call after a change; `anybody_waits` for the line of some office, this call's or not."""

    status: CallStatus
    line_outcome: LineOutcome | None
    reported_outcome: ReportedOutcome | None
    anybody_waits: bool = False


def lock_call(session: Session, call_id: int) -> bool:
    """Let nobody else change the call until this transaction ends; returns whether there is such a call.

    A call's seconds are derived from all its legs, and when a supporter hangs up both legs end at the same
    moment: without the lock neither report would see what the other one writes.
    """
    mine = select(Call.id).where(Call.id == call_id).with_for_update(key_share=True)
    return session.scalar(mine) is not None


def apply_news(session: Session, call_id: int, news: LegNews) -> CallState | None:
    """Keep the news and move the call by it: two statements. Returns the call's new state; does not commit.

    The call must be locked.
    """
    _keep_leg(session, call_id, news)
    return update_call(session, call_id, news.means, rank=news.rank)


def _keep_leg(session: Session, call_id: int, news: LegNews) -> None:
    told = {
        "status": news.status,
        "ringing_at": news.ringing_at,
        "answered_at": news.answered_at,
        "ended_at": news.ended_at,
        "duration_seconds": news.duration,
    }
    whose = None if news.rank is None else office_at(call_id, news.rank)
    new = insert(Leg).values(call_id=call_id, role=news.role, called_office_id=whose, carrier_sid=news.sid, **told)
    forward = Leg.status.in_(leg_may_come_before(news.status))
    kept: dict[str, Any] = {name: func.coalesce(getattr(Leg, name), new.excluded[name]) for name in told}
    kept["status"] = case((forward, new.excluded.status), else_=Leg.status)
    session.execute(new.on_conflict_do_update(index_elements=[Leg.carrier_sid], set_=kept))


def office_at(call_id: int, rank: int) -> Any:
    """The id of the office at this rank of the call."""
    there = select(CalledOffice.id).where(CalledOffice.call_id == call_id, CalledOffice.rank == rank)
    return there.scalar_subquery()


def update_call(
    session: Session,
    call_id: int,
    status: CallStatus | None,
    *,
    rank: int | None = None,
    reason: EndReason | None = None,
) -> CallState | None:
    """Move the call if it may, and derive what came of it anew from its legs and reports: one statement."""
    values = {
        **status_values(status, rank),
        **reason_values(reason),
        **_derived(call_id),
        **reported_values(call_id),
    }
    changed = (
        update(Call)
        .where(Call.id == call_id)
        .values(values)
        .returning(Call.status, Call.line_outcome, Call.reported_outcome, _anybody_waits().label("anybody_waits"))
        .execution_options(synchronize_session=False)
    )
    row = session.execute(changed).mappings().one_or_none()
    state = by_name(CallState, row) if row else None
    if state and state.anybody_waits and state.status not in HOLDING:
        defer(session, "ring_waiting", call_id=call_id)  # the line that this call held is free
    return state


def _anybody_waits() -> ColumnElement[bool]:
    waiting = aliased(Call)
    return exists().where(waiting.waits_for.is_not(None), waiting.status.in_(IN_FLIGHT))


def reported_values(call_id: int) -> dict[Any, ColumnElement[Any]]:
    """What the supporter reported of the whole call: the best of its offices; the page outranks the keypad."""
    of_call = select(Feedback).join(CalledOffice).where(CalledOffice.call_id == call_id)
    per_office = of_call.ext(distinct_on(Feedback.called_office_id)).order_by(
        Feedback.called_office_id, Feedback.source == ReportSource.KEYPAD
    )
    told = aliased(Feedback, per_office.subquery())
    best = case({outcome: rank for rank, outcome in enumerate(ReportedOutcome)}, value=told.outcome)
    return {
        Call.reported_outcome: select(told.outcome).order_by(best).limit(1).scalar_subquery(),
        Call.reported_source: select(told.source).order_by(best).limit(1).scalar_subquery(),
    }


def _derived(call_id: int) -> dict[Any, ColumnElement[Any]]:
    """Line outcome and seconds.

    The line outcome is that of the office that answered, else of the last one tried. `ring_seconds`: how long the
    phone rang on which it depended: that office's once one was dialled, else the supporter's. `talk_seconds`: how
    long offices were on the line. `total_seconds`: from the first ring of the supporter's phone to the end of
    their leg.
    """
    office, supporter = _telling(call_id, LegRole.OFFICE), _telling(call_id, LegRole.SUPPORTER)
    started = func.coalesce(supporter.ringing_at, supporter.answered_at)
    never_dialled = _one(office, office.id).is_(None)
    return {
        Call.line_outcome: _one(office, case(LINE_OUTCOME, value=office.status)),
        Call.ring_seconds: case((never_dialled, _one(supporter, _rang(supporter))), else_=_one(office, _rang(office))),
        Call.talk_seconds: func.coalesce(_talked(call_id), case((never_dialled, _no_talk(supporter)))),
        Call.total_seconds: _one(supporter, _seconds(started, supporter.ended_at)),
    }


def _telling(call_id: int, role: LegRole) -> Any:
    """The leg that tells how it went: one that was picked up, else the newest."""
    picked_up = (Leg.role == LegRole.OFFICE) & Leg.status.in_(PICKED_UP)
    legs = select(Leg).where(Leg.call_id == call_id, Leg.role == role)
    return aliased(Leg, legs.order_by(picked_up.desc(), Leg.id.desc()).limit(1).subquery())


def _talked(call_id: int) -> Any:
    """How long offices were on the line, unknown while one still is."""
    talk = func.coalesce(Leg.duration_seconds, _seconds(Leg.answered_at, Leg.ended_at), 0)
    over = func.bool_and(Leg.status.in_(LEG_ENDINGS))
    offices = select(case((over, func.sum(talk)))).where(Leg.call_id == call_id, Leg.role == LegRole.OFFICE)
    return offices.scalar_subquery()


def _one(leg: Any, column: ColumnElement[Any]) -> Any:
    return select(column).select_from(leg).scalar_subquery()


def _rang(leg: Any) -> ColumnElement[int]:
    """How long its phone rang: not at all where the line was busy or dead from the start."""
    rang = _seconds(leg.ringing_at, func.coalesce(leg.answered_at, leg.ended_at))
    return func.coalesce(rang, case((leg.status.in_(NEVER_RING), 0)))


def _no_talk(supporter: Any) -> Any:
    """Nobody talked when the supporter's leg is over and no office was dialled."""
    return _one(supporter, case((supporter.status.in_(LEG_ENDINGS), literal(0))))


def _seconds(start: Any, end: Any) -> ColumnElement[int]:
    """Whole seconds between two times, unknown if one of them is; never negative: clocks may disagree by one."""
    return case((end < start, 0), else_=cast(func.round(func.extract("epoch", end - start)), Integer))
