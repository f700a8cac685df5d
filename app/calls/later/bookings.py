"""What is agreed on already: the calls in which a supporter is to be rung later."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, and_, func, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.orm import Session, aliased

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


def all_booked(
    number: ColumnElement[bytes], campaign_id: SQLColumnExpression[int]
) -> Select[Sequence[int | datetime | None], Sequence[int | datetime | None]]:
    """The agreed calls to a number, the next first, for a statement that reads them beside something."""
    later = aliased(Call, name="later")
    theirs = (later.phone_hash == number, later.campaign_id == campaign_id, later.rehearsal.is_(False))
    agreed = (later.ended_at.is_(None), later.status == CallStatus.SCHEDULED)
    in_turn = (aggregate_order_by(one, later.ring_at, later.id) for one in (later.id, later.ring_at))
    call_ids, moments = map(func.array_agg, in_turn)
    return select(call_ids.label("booked_call_ids"), moments.label("booked_ring_ats")).where(*theirs, *agreed)


def bookings_in(row: Row) -> tuple[Booking, ...]:
    """What `all_booked` tells in a row."""
    return tuple(map(Booking, row["booked_call_ids"] or (), row["booked_ring_ats"] or ()))


def nonce(call_id: int, rank: int) -> str:
    """What makes the call be agreed on once that was wished for at an office of another; `is_booked_in` finds it."""
    return f"later-{call_id}-{rank}"


def is_booked_in(later: type[Call]) -> ColumnElement[bool]:
    """Beside a call and one of its offices: whether `later` was agreed on there, on the phone, and is still to come."""
    given = func.concat("later-", Call.id, "-", CalledOffice.rank)
    return and_(later.form_nonce == given, later.status == CallStatus.SCHEDULED)


@dataclass(frozen=True)
class Agreed(Booking):
    """The same with what is to be known by whoever would add to it."""

    campaign_id: int
    town: str
    form_nonce: str | None

    def is_of(self, call_id: int) -> bool:
        """Whether it was agreed on in this call."""
        return (self.form_nonce or "").startswith(f"later-{call_id}-")


def agreed_with(session: Session, marks: Collection[bytes]) -> Agreed | None:
    """The one time that is agreed on with a number, whatever for; nobody else changes it until the transaction ends.

    The number is known by one of these `marks`.
    """
    theirs = (Call.phone_hash.in_(marks), Call.ended_at.is_(None), Call.status == CallStatus.SCHEDULED)
    known = select(*BOOKING, Call.campaign_id, Call.town, Call.form_nonce).where(*theirs, ~Call.rehearsal)
    row = session.execute(known.order_by(Call.id).limit(1).with_for_update(key_share=True)).mappings().one_or_none()
    return by_name(Agreed, row) if row else None
