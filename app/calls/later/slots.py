"""Slots of a quarter of an hour in which supporters are rung who agreed to it: no more than the office can take."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import func, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.calls.errors import NoSlotFree
from app.calls.hours.office import ring_times, slot_of
from app.calls.life.beginning import NewCall
from app.calls.queue.claim import line_state
from app.clock import beginning_of_day, end_of_day
from app.limits.hours.quiet import HERE
from app.limits.rings.number import pressed_before
from app.representatives.opening import OpeningHours
from models import Call, CalledOffice, CallStatus, NumberRung, OfficeLine, Slot

MAY_BE_LATE = timedelta(hours=4)  # after the agreed time: for another day nobody is rung who was not asked
CALLS_A_PLACE = 4  # so many calls one after the other fit into a slot, for each that the office takes at once
WHOLE = 100


@dataclass(frozen=True)
class Room:
    """An office's number, when it is open, by which clocks it may not be night, and how much is for strangers.

    Without `hours` the office is always open. Strangers, at whose numbers nobody pressed 1, have so many percent of a
    day between them; whoever is known by one of these `marks` may be none.
    """

    number: str
    hours: OpeningHours | None
    zones: Collection[ZoneInfo] = HERE
    strangers_percent: int = WHOLE
    marks: Collection[bytes] = ()


def agree_on_slot(session: Session, call: NewCall, earliest: datetime, room: Room) -> None:
    """Let a new call be rung in the first slot from `earliest` on that has room.

    Raises:
        NoSlotFree: that whole day is taken.
    """
    if not call.rehearsal:
        _leave_room_for_others(session, earliest, room)
    call.ring_at = take_slot(session, earliest, room)
    call.ring_until = call.ring_at + MAY_BE_LATE


def take_slot(session: Session, earliest: datetime, room: Room) -> datetime:
    """When to ring: many at once never fill a slot beyond its room, since each counts in one statement.

    Raises:
        NoSlotFree: that whole day is taken.
    """
    places = line_state(session, room.number).at_once * CALLS_A_PLACE
    for moment in ring_times(room.hours, earliest, room.zones):
        taken = insert(Slot).values(e164=room.number, starts_at=slot_of(moment), taken=1)
        one_more = taken.on_conflict_do_update(
            index_elements=[Slot.e164, Slot.starts_at], set_={"taken": Slot.taken + 1}, where=Slot.taken < places
        )
        if session.execute(one_more.returning(Slot.taken)).first():
            return moment
    raise NoSlotFree


def _leave_room_for_others(session: Session, earliest: datetime, room: Room) -> None:
    """Of a day no more than their share goes to numbers of which nobody knows whether somebody there wants it.

    Raises:
        NoSlotFree: they have as much already.
    """
    first = next(ring_times(room.hours, earliest, room.zones), None)
    if first is None or session.scalar(select(pressed_before(NumberRung.phone_hash.in_(room.marks)))):
        return
    session.scalar(select(func.pg_advisory_xact_lock(func.hashtext("agreed times"), func.hashtext(room.number))))
    in_a_day = len(list(ring_times(room.hours, beginning_of_day(first))))
    places = in_a_day * line_state(session, room.number).at_once * CALLS_A_PLACE
    if _strangers(session, room.number, first) * WHOLE >= places * room.strangers_percent:
        raise NoSlotFree


def _strangers(session: Session, number: str, moment: datetime) -> int:
    """How many of them are to be rung on that day."""
    agreed = (Call.status == CallStatus.SCHEDULED, Call.ended_at.is_(None), ~Call.rehearsal)
    that_day = (Call.ring_at >= beginning_of_day(moment), Call.ring_at < end_of_day(moment))
    theirs = (
        select(func.count())
        .select_from(Call)
        .join(CalledOffice, (CalledOffice.call_id == Call.id) & (Call.office_at == CalledOffice.rank))
        .join(OfficeLine, OfficeLine.id == CalledOffice.office_line_id)
        .where(*agreed, *that_day, OfficeLine.e164 == number, ~pressed_before(NumberRung.phone_hash == Call.phone_hash))
    )
    return session.scalar(theirs) or 0


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
