"""Who is rung next: the first in an office's line, if their campaign still rings and they did not wait for too long."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, exists, func, select, update
from sqlalchemy.orm import Session

from app.calls.move import move_call
from app.calls.pace import Gate, claim_line, waiting_for
from models import Call, CallStatus, Campaign, CampaignState, EndReason

WAITS_AT_MOST = timedelta(minutes=90)  # in the line of a busy office, with the place in it shown


def numbers_waited_for() -> Select[str | None]:
    """The numbers in whose line somebody waits for their phone to ring."""
    return select(Call.waits_for).where(Call.waits_for.is_not(None), Call.status == CallStatus.REQUESTED)


def first_in_line(session: Session, number: str) -> int | None:
    """Who has waited longest for their phone to ring."""
    waiting = select(Call.id).where(waiting_for(number), Call.status == CallStatus.REQUESTED)
    return session.scalar(waiting.order_by(Call.waits_since, Call.id).limit(1))


def claim(session: Session, call_id: int, number: str, now: datetime) -> bool:
    """Take the office's line and the call, both or neither."""
    gate = claim_line(session, call_id, number, now)
    if gate is not Gate.OPEN:
        session.commit()  # it keeps its place in the line
        return False
    taken = _make_ours(session, call_id)
    session.commit() if taken else session.rollback()
    return taken


def take(session: Session, call_id: int) -> bool:
    """Make the call ours, unless another worker did; for rehearsals, which wait for no line."""
    taken = _make_ours(session, call_id)
    session.commit()
    return taken


def _make_ours(session: Session, call_id: int) -> bool:
    mine = (
        update(Call)
        .where(Call.id == call_id, Call.status == CallStatus.REQUESTED, _is_live(), _still_wanted())
        .values(status=CallStatus.DIALING, status_since=func.now())
        .returning(Call.id)
        .execution_options(synchronize_session=False)
    )
    return session.execute(mine).first() is not None


def may_ring(session: Session, call_id: int) -> bool:
    """Whether this call is still to be rung: its campaign is live, and it did not wait for too long."""
    return session.scalar(select(_is_live() & _still_wanted()).where(Call.id == call_id)) is True


def _is_live() -> ColumnElement[bool]:
    return exists().where(Campaign.id == Call.campaign_id, Campaign.state == CampaignState.LIVE)


def _still_wanted() -> ColumnElement[bool]:
    """A supporter agreed to be called now, or at a time of their own, not whenever a worker comes back."""
    return func.coalesce(Call.ring_at, Call.created_at) > func.now() - WAITS_AT_MOST


def drop(session: Session, call_id: int) -> None:
    """The campaign was paused while this call waited, or it waited for too long."""
    waiting = select(_still_wanted()).where(Call.id == call_id, Call.status == CallStatus.REQUESTED)
    wanted = session.scalar(waiting)
    if wanted is not None:
        reason = EndReason.CAMPAIGN_NOT_LIVE if wanted else EndReason.WAITED_TOO_LONG
        move_call(session, call_id, CallStatus.CANCELED, reason=reason)
    session.commit()
