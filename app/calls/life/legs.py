"""Applies what is known of a leg: once, forward only, whatever the order in which it was heard."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ScalarSelect, case, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.calls.life.derived import derived_values, reported_values
from app.calls.life.status import CallState, change_call
from app.store.job_queue import defer
from app.telephony.outcomes import OFFICE_LEG, SUPPORTER_LEG
from models import (
    HOLDING,
    Call,
    CalledOffice,
    CallStatus,
    EndReason,
    EventSource,
    Leg,
    LegRole,
    LegStatus,
    leg_may_come_before,
)


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


def lock_call(session: Session, call_id: int) -> bool:
    """Let nobody else change the call until this transaction ends; returns whether there is such a call.

    A call's seconds are derived from all its legs, and when a supporter hangs up both legs end at the same
    moment: without the lock neither report would see what the other one writes.
    """
    mine = select(Call.id).where(Call.id == call_id).with_for_update(key_share=True)
    return session.scalar(mine) is not None


def apply_news(session: Session, call_id: int, news: LegNews, *, source: EventSource) -> CallState | None:
    """Keep the news and move the call by it: two statements. Returns the call's new state.

    The call must be locked.
    """
    _keep_leg(session, call_id, news)
    return update_call(session, call_id, news.means, rank=news.rank, source=source)


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
    status = case((forward, new.excluded.status), else_=Leg.status)
    first = {name: func.coalesce(getattr(Leg, name), new.excluded[name]) for name in told}
    session.execute(new.on_conflict_do_update(index_elements=[Leg.carrier_sid], set_={**first, "status": status}))


def office_at(call_id: int, rank: int) -> ScalarSelect[int]:
    """The id of the office at this rank of the call."""
    there = select(CalledOffice.id).where(CalledOffice.call_id == call_id, CalledOffice.rank == rank)
    return there.scalar_subquery()


def update_call(
    session: Session,
    call_id: int,
    status: CallStatus | None,
    *,
    source: EventSource,
    rank: int | None = None,
    reason: EndReason | None = None,
) -> CallState | None:
    """Move the call if it may, and derive what came of it anew from its legs and reports: one statement."""
    anew = {**derived_values(call_id), **reported_values(call_id)}
    state = change_call(session, call_id, status, source=source, rank=rank, reason=reason, also=anew)
    if state and state.anybody_waits and state.status not in HOLDING:
        defer(session, "ring_waiting", call_id=call_id)  # the line that this call held is free
    return state
