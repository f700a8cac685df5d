"""Slots of a quarter of an hour in which supporters are rung who agreed to it: no more than the office can take."""

from datetime import datetime, timedelta

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.calls.errors import NoSlotFree
from app.calls.pace import line_state
from models import Call, CallStatus, Slot

A_SLOT = timedelta(minutes=15)
MAY_BE_LATE = timedelta(days=1)
CALLS_A_PLACE = 4  # so many calls one after the other fit into a slot, for each that the office takes at once
MOST_SLOTS = 32  # eight hours, a whole day of an office: whoever comes after has to try another day


def agree_on_slot(session: Session, call: Call, number: str, earliest: datetime) -> None:
    """Let the call be rung in the first slot from `earliest` on that has room. Does not commit.

    Raises:
        NoSlotFree: that whole day is taken.
    """
    call.status = CallStatus.SCHEDULED
    call.ring_at = _take_slot(session, number, earliest)
    call.ring_until = call.ring_at + MAY_BE_LATE


def _take_slot(session: Session, number: str, earliest: datetime) -> datetime:
    """Many at once never fill a slot beyond its room: each counts in one statement."""
    room = line_state(session, number).at_once * CALLS_A_PLACE
    for nth in range(MOST_SLOTS):
        starts_at = earliest + nth * A_SLOT
        taken = insert(Slot).values(e164=number, starts_at=starts_at, taken=1)
        one_more = taken.on_conflict_do_update(
            index_elements=[Slot.e164, Slot.starts_at], set_={"taken": Slot.taken + 1}, where=Slot.taken < room
        )
        if session.execute(one_more.returning(Slot.taken)).first():
            return starts_at
    raise NoSlotFree
