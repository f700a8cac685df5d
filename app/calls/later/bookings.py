"""What is agreed on already: the calls in which a supporter is to be rung later."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, func, select
from sqlalchemy.orm import Session, aliased

from app.calls.life.beginning import NewCall
from app.store.once import Row
from app.store.rows import by_name
from models import Call, CalledOffice, CallStatus


@dataclass(frozen=True)
class Booking:
    """A call that is agreed on, and when its supporter is rung."""

    call_id: int
    ring_at: datetime


# As `Booking` names them.
BOOKING = (Call.id.label("call_id"), Call.ring_at)


def next_booking(
    phone_hash: ColumnElement[bytes], campaign_id: SQLColumnExpression[int]
) -> Select[int, datetime | None]:
    """The next agreed call to a number, if there is one, for a statement that reads it beside something."""
    later = aliased(Call, name="later")
    theirs = (later.phone_hash == phone_hash, later.campaign_id == campaign_id, later.rehearsal.is_(False))
    agreed = (later.ended_at.is_(None), later.status == CallStatus.SCHEDULED)
    mine = select(later.id.label("booked_call_id"), later.ring_at.label("booked_ring_at")).where(*theirs, *agreed)
    return mine.order_by(later.ring_at).limit(1)


def booking_in(row: Row) -> Booking | None:
    """What `next_booking` tells in a row."""
    return Booking(row["booked_call_id"], row["booked_ring_at"]) if row["booked_call_id"] else None


def nonce(call_id: int, rank: int) -> str:
    """What makes the call be agreed on once that was wished for at an office of another; `is_booked_in` finds it."""
    return f"later-{call_id}-{rank}"


def is_booked_in(later: type[Call]) -> ColumnElement[bool]:
    """Beside a call and one of its offices: whether `later` was agreed on there, on the phone, and is still to come."""
    given = func.concat("later-", Call.id, "-", CalledOffice.rank)
    return and_(later.form_nonce == given, later.status == CallStatus.SCHEDULED)


def same_booking(session: Session, call: NewCall, call_id: int | None = None) -> Booking | None:
    """Another agreed call of this campaign to the same number, about the same office; `call_id` is its own by now."""
    same = (
        select(*BOOKING)
        .join(CalledOffice, (CalledOffice.call_id == Call.id) & (CalledOffice.rank == Call.office_at))
        .where(
            Call.phone_hash == call.phone_hash,
            Call.ended_at.is_(None),
            Call.campaign_id == call.campaign_id,
            Call.status == CallStatus.SCHEDULED,
            Call.rehearsal.is_(False),
            CalledOffice.district_geoid == call.first.district_geoid,
            Call.id.is_distinct_from(call_id),
        )
    )
    row = session.execute(same.limit(1)).mappings().one_or_none()
    return by_name(Booking, row) if row else None
