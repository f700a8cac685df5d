"""Slots of a quarter of an hour in which supporters are rung who agreed to it: no more than the office can take."""

from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.calls.errors import NoSlotFree
from app.calls.hours.office import ring_times, slot_of
from app.calls.life.beginning import NewCall
from app.calls.queue.claim import line_state
from app.representatives.opening import OpeningHours
from models import Call, CalledOffice, OfficeLine, Slot

MAY_BE_LATE = timedelta(days=1, hours=2)  # the same hour of the next day still counts, in fall too
CALLS_A_PLACE = 4  # so many calls one after the other fit into a slot, for each that the office takes at once


def agree_on_slot(session: Session, call: NewCall, number: str, earliest: datetime, hours: OpeningHours | None) -> None:
    """Let a new call be rung in the first slot from `earliest` on that has room.

    Without `hours` the office is always open.

    Raises:
        NoSlotFree: that whole day is taken.
    """
    call.ring_at = take_slot(session, number, earliest, hours)
    call.ring_until = call.ring_at + MAY_BE_LATE


def take_slot(session: Session, number: str, earliest: datetime, hours: OpeningHours | None) -> datetime:
    """When to ring: many at once never fill a slot beyond its room, since each counts in one statement.

    Raises:
        NoSlotFree: that whole day is taken.
    """
    room = line_state(session, number).at_once * CALLS_A_PLACE
    for moment in ring_times(hours, earliest):
        taken = insert(Slot).values(e164=number, starts_at=slot_of(moment), taken=1)
        one_more = taken.on_conflict_do_update(
            index_elements=[Slot.e164, Slot.starts_at], set_={"taken": Slot.taken + 1}, where=Slot.taken < room
        )
        if session.execute(one_more.returning(Slot.taken)).first():
            return moment
    raise NoSlotFree


def give_slot_back(session: Session, call_id: int) -> None:
    """Somebody else may have the slot of a call that was canceled."""
    agreed = (
        select(OfficeLine.e164, Call.ring_at)
        .join(CalledOffice, CalledOffice.office_line_id == OfficeLine.id)
        .join(Call, (Call.id == CalledOffice.call_id) & (Call.office_at == CalledOffice.rank))
        .where(Call.id == call_id)
    )
    for number, ring_at in session.execute(agreed):
        if ring_at:
            let_go(session, number, ring_at)


def let_go(session: Session, number: str, ring_at: datetime) -> None:
    """Somebody else may have the slot of this moment."""
    its = (Slot.e164 == number) & (Slot.starts_at == slot_of(ring_at)) & (Slot.taken > 0)
    session.execute(update(Slot).where(its).values(taken=Slot.taken - 1))
