"""Who is rung next: the first in an office's line, if their campaign still rings and they did not wait for too long."""

from datetime import datetime

from sqlalchemy import BigInteger, ColumnElement, Select, exists, select
from sqlalchemy.orm import Session

from app.calls.hours.quiet import is_quiet
from app.calls.life.status import Move
from app.calls.queue.agreed import NOW_MEANS, step_aside, still_wanted, without_an_answer
from app.calls.queue.claim import Gate, claim_line
from app.calls.queue.order import FIRST_COMES_FIRST, waiting_for
from app.store.once import Once, param
from app.store.unit import Unit
from models import Call, CallStatus, Campaign, CampaignState, EndReason, EventSource


def numbers_waited_for() -> Select[str | None]:
    """The numbers in whose line somebody waits for their phone to ring."""
    waits = (Call.waits_for.is_not(None), Call.ended_at.is_(None), Call.status == CallStatus.REQUESTED)
    return select(Call.waits_for).where(*waits)


def first_waiting(session: Session, number: str) -> int | None:
    """Who has waited longest for their phone to ring."""
    waiting = select(Call.id).where(waiting_for(number), Call.status == CallStatus.REQUESTED)
    return session.scalar(waiting.order_by(*FIRST_COMES_FIRST).limit(1))


def claim(work: Unit, call_id: int, number: str, now: datetime) -> bool:
    """Take the office's line and the call, both or neither; commits, since all who claim that line wait for it.

    Where the line has no room the call keeps its place in it.
    """
    session = work.session
    has_room = _waits(session, call_id) and claim_line(session, call_id, number, now) is Gate.OPEN
    taken = has_room and take(session, call_id, now)
    if has_room and not taken:
        work.roll_back()
    work.commit_so_far()
    return taken


def _waits(session: Session, call_id: int) -> bool:
    """Whether no other worker was faster; if so, none will be until this transaction ends."""
    mine = select(Call.id).where(Call.id == call_id, Call.status == CallStatus.REQUESTED)
    return session.scalar(mine.with_for_update(key_share=True)) is not None


def take(session: Session, call_id: int, now: datetime) -> bool:
    """Make the call ours, unless another worker did."""
    return _TAKEN.of(session, call_id, CallStatus.DIALING, source=EventSource.WORKER, now=now, since=now - NOW_MEANS)


def why_not_ring(session: Session, call_id: int, now: datetime, *, keeps_hours: bool) -> EndReason | None:
    """Why this call is not to be rung any more: its campaign rests, it waited for too long, or it has become night."""
    waits = _WAITS.row(session, call_id=call_id, now=now, since=now - NOW_MEANS) or {}
    if not waits["is_live"]:
        return EndReason.CAMPAIGN_NOT_LIVE
    if not waits["is_wanted"]:
        return EndReason.WAITED_TOO_LONG
    return EndReason.QUIET_HOURS if keeps_hours and is_quiet(now) else None


def _is_live() -> ColumnElement[bool]:
    return exists().where(Campaign.id == Call.campaign_id, Campaign.state == CampaignState.LIVE)


def pass_over(session: Session, call_id: int, reason: EndReason, now: datetime) -> None:
    """Let the next in line be first: this call ends, or steps aside while its supporter is asked whether to wait on."""
    if reason is not EndReason.WAITED_TOO_LONG or not step_aside(session, call_id, now):
        drop(session, call_id, reason)


def drop_unanswered(work: Unit, now: datetime) -> None:
    """End the calls whose supporters did not say that they wait on; commits each, since the next may fail."""
    for call_id in without_an_answer(work.session, now):
        drop(work.session, call_id, EndReason.WAITED_TOO_LONG)
        work.commit_so_far()


def drop(session: Session, call_id: int, reason: EndReason) -> None:
    """End a call that waits, unless another worker just took it."""
    _DROPPED.of(session, call_id, CallStatus.CANCELED, source=EventSource.WORKER, reason=reason)


_TAKEN = Move(_is_live(), still_wanted())
_DROPPED = Move(Call.status == CallStatus.REQUESTED)
_WAITS = Once(
    select(_is_live().label("is_live"), still_wanted().label("is_wanted")).where(
        Call.id == param("call_id", BigInteger)
    )
)
