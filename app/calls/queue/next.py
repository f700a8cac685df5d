"""Takes the call that is rung next, with its office's line and the carrier's moment: all of them or none."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from app.calls.hours.action_days import days_at, today
from app.calls.life.status import Change, Move, changing, may_follow
from app.calls.queue.agreed import (
    NOW_MEANS,
    asked_in_vain,
    has_not_answered,
    step_aside,
    still_wanted,
    waits_too_long,
    without_an_answer,
)
from app.calls.queue.carrier import take_turn
from app.calls.queue.claim import Gate, claim_line
from app.calls.queue.first import First, is_live
from app.campaigns.action.share import has_room
from app.limits.money.reserve import MayCost, Reserved, reserve
from app.limits.rings.ringing import Values, counts_ring, is_left_alone
from app.store.once import Once
from app.store.unit import Unit
from models import Call, CallStatus, EndReason, EventSource


class Claimed(StrEnum):
    """What came of a claim."""

    MINE = "mine"
    FULL = "full"  # the office's line has no room, or the campaign rang enough: the call keeps its place
    ENOUGH = "enough"  # the office's line had all the calls that it takes today
    GONE = "gone"  # another worker was faster, or it may not be rung any more
    NO_MONEY = "no money"  # what the campaign may cost is spent, or reserved by calls under way
    NO_TURN = "no turn"  # the carrier was asked a moment ago


@dataclass(frozen=True)
class Paces:
    """How many calls a second the carrier takes from us, and an office in a day, for each that it takes at once."""

    calls_per_second: float
    office_a_day: int


@dataclass(frozen=True)
class Taking:
    """What it takes to ring somebody: the `ring` as limits count it, the paces of others, and what it `may_cost`."""

    ring: Values
    paces: Paces
    may_cost: MayCost


def claim(work: Unit, first: First, now: datetime, taking: Taking) -> tuple[Claimed, Reserved]:
    """Make a call ours, unless nobody may be rung there any more; commits nothing.

    All who claim its line, and then all who ask the carrier, wait until it is committed. What is not ours is undone.
    """
    claimed = _claim(work.session, first, now, taking)
    reserved = Reserved(is_there=True)
    if claimed is Claimed.MINE and not first.rehearsal:
        reserved = reserve(work.session, taking.may_cost, now)
        claimed = claimed if reserved.is_there else Claimed.NO_MONEY
    if claimed is not Claimed.MINE:
        work.roll_back()
    return claimed, reserved


def _claim(session: Session, first: First, now: datetime, taking: Taking) -> Claimed:
    """A rehearsal stands in nobody's way: neither at an office nor at the carrier."""
    line = first.number
    gate = claim_line(session, first.id, line, now, taking.paces.office_a_day) if line else Gate.OPEN
    if gate is not Gate.OPEN:
        return Claimed.ENOUGH if gate is Gate.ENOUGH else Claimed.FULL
    if line and not _has_share(session, first, line, now):
        return Claimed.ENOUGH
    if not take(session, first.id, now, taking.ring, rehearsal=first.rehearsal):
        return Claimed.GONE
    if line and not take_turn(session, taking.paces.calls_per_second):
        return Claimed.NO_TURN
    return Claimed.MINE


def _has_share(session: Session, first: First, line: str, now: datetime) -> bool:
    """Whether its office may be rung once more on a day of action, if it is one."""
    day = today(days_at(session, first.campaign_id, first.newest_version), now)
    return first.geoid is None or has_room(session, day, first.geoid, first.id, line)


def take(session: Session, call_id: int, now: datetime, ring: Values, *, rehearsal: bool = False) -> bool:
    """Make the call ours and count its ring, unless another worker did, or nobody may be rung at its number now.

    What was counted where this is False is to be undone.
    """
    taken = Change(CallStatus.DIALING, EventSource.WORKER).values()
    statement = _TAKEN_REHEARSAL if rehearsal else _TAKEN
    return statement.row(session, call_id=call_id, now=now, since=now - NOW_MEANS, **taken, **ring) is not None


def pass_over(session: Session, call_id: int, reason: EndReason, now: datetime) -> None:
    """Let the next in line be first: this call ends, or steps aside while its supporter is asked whether to wait on.

    Nothing is done where another worker had it step aside just now, or where its supporter said just now to wait on.
    """
    if reason is not EndReason.WAITED_TOO_LONG:
        _end(_PASSED_OVER, session, call_id, reason)
    elif not step_aside(session, call_id, now):
        _end(_TOO_LONG, session, call_id, reason, now=now, since=now - NOW_MEANS)


def drop_unanswered(work: Unit, now: datetime) -> None:
    """End the calls whose supporters did not say that they wait on; commits each, since the next may fail."""
    for call_id in without_an_answer(work.session, now):
        _end(_UNANSWERED, work.session, call_id, EndReason.WAITED_TOO_LONG, **asked_in_vain(now))
        work.commit_so_far()


def _end(move: Move, session: Session, call_id: int, reason: EndReason, **when: datetime) -> None:
    """End a call that waits, unless another worker just took it."""
    move.of(session, call_id, CallStatus.CANCELED, source=EventSource.WORKER, reason=reason, **when)


_IS_OURS = (may_follow(), is_live(), still_wanted())
_TAKEN = Once(lambda: changing(gate=counts_ring, only_if=(*_IS_OURS, ~is_left_alone())))
_TAKEN_REHEARSAL = Once(lambda: changing(only_if=_IS_OURS))
_WAITS = Call.status == CallStatus.REQUESTED
_PASSED_OVER, _TOO_LONG, _UNANSWERED = Move(_WAITS), Move(_WAITS, waits_too_long()), Move(_WAITS, has_not_answered())
