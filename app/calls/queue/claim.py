"""An office's number takes only so many of our calls at once: whoever stands first in its line gets the next place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Update, func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.calls.queue.order import how_many_before, how_many_hold
from models import USUAL_AT_ONCE, Call, LineOutcome, LinePace

FAILURES = frozenset({LineOutcome.BUSY, LineOutcome.NO_ANSWER, LineOutcome.FAILED})


class Gate(StrEnum):
    """Whether a call may ring an office's number now."""

    OPEN = "open"  # it holds the line
    FULL = "full"  # others of us are on it, or stand before
    RESTING = "resting"  # it was busy a moment ago


@dataclass(frozen=True)
class LineState:
    """One number now: how many of our calls it takes and has, and until when it rests, if it does."""

    at_once: int
    held: int
    rests_until: datetime | None

    def rests(self, now: datetime) -> bool:
        """Whether nobody is connected there now."""
        return self.rests_until is not None and self.rests_until > now


def claim_line(session: Session, call_id: int, number: str, now: datetime) -> Gate:
    """Take a place on the number if it is this call's turn; else stand in its line.

    Every claim of one number waits for the one before, so that no crowd gets past the limit.
    """
    line = lock_line(session, number)
    _wait_their_turn(session, call_id, number, now)
    if line.rests(now):
        return Gate.RESTING
    if _before(session, call_id) >= line.at_once - line.held:
        return Gate.FULL
    session.execute(_of(call_id).values(holds_line=number, waits_for=None, waits_since=None))
    return Gate.OPEN


def lock_line(session: Session, number: str) -> LineState:
    """The number as it is; nobody else claims it until this transaction ends."""
    session.execute(insert(LinePace).values(e164=number, at_once=USUAL_AT_ONCE).on_conflict_do_nothing())
    mine = select(LinePace.at_once, LinePace.rests_until).where(LinePace.e164 == number).with_for_update()
    at_once, rests_until = session.execute(mine).one()
    return LineState(at_once, _held(session, number), rests_until)


def line_state(session: Session, number: str) -> LineState:
    """The number as it is."""
    row = session.execute(select(LinePace.at_once, LinePace.rests_until).where(LinePace.e164 == number)).one_or_none()
    at_once, rests_until = row or (USUAL_AT_ONCE, None)
    return LineState(at_once, _held(session, number), rests_until)


def rest_line(session: Session, number: str, now: datetime, rest: timedelta) -> None:
    """Let the number rest for everybody: it was busy, or nobody picked up."""
    until = now + rest
    row = insert(LinePace).values(e164=number, at_once=USUAL_AT_ONCE, rests_until=until)
    longer = func.greatest(LinePace.rests_until, row.excluded.rests_until)
    session.execute(row.on_conflict_do_update(index_elements=[LinePace.e164], set_={"rests_until": longer}))


def set_at_once(session: Session, number: str, at_once: int) -> bool:
    """Let the number take so many of our calls at once; False if it does already."""
    if line_state(session, number).at_once == at_once:
        return False
    row = insert(LinePace).values(e164=number, at_once=at_once)
    session.execute(row.on_conflict_do_update(index_elements=[LinePace.e164], set_={"at_once": at_once}))
    return True


def resting(session: Session, numbers: Iterable[str], now: datetime) -> frozenset[str]:
    """Those of the numbers that rest now."""
    rests = select(LinePace.e164).where(LinePace.e164.in_(list(numbers)), LinePace.rests_until > now)
    return frozenset(session.scalars(rests))


def leave_line(session: Session, call_id: int) -> None:
    """Stand in no line any more."""
    session.execute(_of(call_id).values(waits_for=None, waits_since=None))


def _wait_their_turn(session: Session, call_id: int, number: str, now: datetime) -> None:
    """Those who stand there already keep their place."""
    elsewhere = Call.waits_for.is_distinct_from(number)
    session.execute(_of(call_id).where(elsewhere).values(waits_for=number, waits_since=now))


def _of(call_id: int) -> Update:
    return update(Call).where(Call.id == call_id).execution_options(synchronize_session=False)


def _held(session: Session, number: str) -> int:
    return session.scalar(select(how_many_hold(number))) or 0


def _before(session: Session, call_id: int) -> int:
    return session.scalar(select(how_many_before()).where(Call.id == call_id)) or 0
