"""Rings at the time that was agreed: moves a scheduled call into its office's line, or on to the next opening."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.calls.move import move_call
from app.calls.office_hours import opening
from app.calls.quiet_hours import is_quiet
from app.job_queue import DEFAULT_QUEUE, defer
from models import Call, CalledOffice, CallStatus, Campaign, CampaignState, EndReason, OfficeLine

AT_ONCE = 200


@dataclass(frozen=True)
class _Scheduled:
    id: int
    ring_at: datetime
    ring_until: datetime
    line_id: int
    number: str
    state: CampaignState


@dataclass(frozen=True)
class Due:
    """When it is, by the clock that was passed in, and whether every office counts as open."""

    now: datetime
    always_open: bool = False
    queue: str = DEFAULT_QUEUE


def ring_due(session: Session, how: Due) -> int:
    """Take up every call whose time has come; returns how many went into line. A job that was lost is no loss."""
    rang = sum(_take_up(session, call, how) for call in _due(session, how.now))
    session.rollback()
    return rang


def _due(session: Session, now: datetime) -> list[_Scheduled]:
    query = (
        select(Call.id, Call.ring_at, Call.ring_until, OfficeLine.id, OfficeLine.e164, Campaign.state)
        .join(Campaign, Campaign.id == Call.campaign_id)
        .join(CalledOffice, (CalledOffice.call_id == Call.id) & (CalledOffice.place == Call.office_at))
        .join(OfficeLine, OfficeLine.id == CalledOffice.office_line_id)
        .where(Call.status == CallStatus.SCHEDULED, Call.ring_at <= now)
    )
    rows: list[tuple[Any, ...]] = [
        tuple(row) for row in session.execute(query.order_by(Call.ring_at, Call.id).limit(AT_ONCE))
    ]
    return [_Scheduled(*row) for row in rows]


def _take_up(session: Session, call: _Scheduled, how: Due) -> bool:
    """Whether it went into line: else its office is closed, its campaign rests, or it came too late."""
    if how.now > call.ring_until:
        reason = EndReason.EXPIRED if call.state is CampaignState.LIVE else EndReason.CAMPAIGN_NOT_LIVE
        return _end(session, call, reason)
    closed = None if how.always_open else opening(session, call.line_id, how.now)
    if closed:
        return _later(session, call, closed.opens)
    if is_quiet(how.now) and not how.always_open:
        return False
    return call.state is CampaignState.LIVE and _into_line(session, call, how)


def _end(session: Session, call: _Scheduled, reason: EndReason) -> bool:
    move_call(session, call.id, CallStatus.CANCELED, reason=reason)
    session.commit()
    return False


def _later(session: Session, call: _Scheduled, opens: datetime | None) -> bool:
    """The office does not open as was thought: when it does, or not at all if that is more than a day later."""
    if opens is None or opens > call.ring_until:
        return _end(session, call, EndReason.EXPIRED)
    session.execute(update(Call).where(Call.id == call.id).values(ring_at=opens))
    session.commit()
    return False


def _into_line(session: Session, call: _Scheduled, how: Due) -> bool:
    moved = (
        update(Call)
        .where(Call.id == call.id, Call.status == CallStatus.SCHEDULED)
        .values(
            status=CallStatus.REQUESTED,
            status_since=how.now,
            ring_at=how.now,
            waits_for=call.number,
            waits_since=call.ring_at,
        )
        .execution_options(synchronize_session=False)
    )
    try:
        session.execute(moved)
        defer(session, "ring", queue=how.queue, call_id=call.id)
        session.commit()
    except IntegrityError:  # another call to this number is under way: in a minute
        session.rollback()
        return False
    return True
