"""Takes the call that is rung next, with its office's line and the carrier's moment: all of them or none."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import or_
from sqlalchemy.orm import Session

from app.calls.life.status import Move
from app.calls.queue.agreed import NOW_MEANS, step_aside, still_wanted, without_an_answer
from app.calls.queue.carrier import take_turn
from app.calls.queue.claim import Gate, claim_line
from app.calls.queue.first import First, is_live
from app.limits.numbers import ASKED_NOT_TO, NO_SUPPORTER, Stranger
from app.store.unit import Unit
from models import Call, CallStatus, EndReason, EventSource


class Claimed(StrEnum):
    """What came of a claim."""

    MINE = "mine"
    FULL = "full"  # the office's line has no room: the call keeps its place in it
    ENOUGH = "enough"  # the office's line had all the calls that it takes today
    GONE = "gone"  # another worker was faster, or it may not be rung any more
    NO_TURN = "no turn"  # the carrier was asked a moment ago


def claim(work: Unit, first: First, now: datetime, whom: Stranger, calls_per_second: float) -> Claimed:
    """Make a call ours, unless nobody may be rung there any more; commits nothing.

    All who claim its line, and then all who ask the carrier, wait until it is committed. What is not ours is undone.
    """
    claimed = _claim(work.session, first, now, whom, calls_per_second)
    if claimed is not Claimed.MINE:
        work.roll_back()
    return claimed


def _claim(session: Session, first: First, now: datetime, whom: Stranger, calls_per_second: float) -> Claimed:
    """A rehearsal stands in nobody's way: neither at an office nor at the carrier."""
    gate = claim_line(session, first.id, first.number, now) if first.number else Gate.OPEN
    if gate is not Gate.OPEN:
        return Claimed.ENOUGH if gate is Gate.ENOUGH else Claimed.FULL
    if not take(session, first.id, now, whom):
        return Claimed.GONE
    if first.number and not take_turn(session, calls_per_second):
        return Claimed.NO_TURN
    return Claimed.MINE


def take(session: Session, call_id: int, now: datetime, whom: Stranger) -> bool:
    """Make the call ours, unless another worker did, or nobody is to be rung at its number any more."""
    taken, source, since = CallStatus.DIALING, EventSource.WORKER, now - NOW_MEANS
    return _TAKEN.of(session, call_id, taken, source=source, now=now, since=since, **whom)


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


_IS_TO_BE_LEFT = or_(ASKED_NOT_TO, NO_SUPPORTER) & ~Call.rehearsal
_TAKEN = Move(is_live(), still_wanted(), ~_IS_TO_BE_LEFT)
_DROPPED = Move(Call.status == CallStatus.REQUESTED)
