"""Rings supporters later: in a slot that was agreed, once the office is open, or in ten minutes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.errors import NoSlotFree
from app.calls.offices_of_a_call import plan_of
from app.calls.place import called, keep_number
from app.calls.slots import agree_on_slot
from app.phone_vault import PhoneVault
from models import Call, CallStatus, Consent

SOON = timedelta(minutes=10)


@dataclass(frozen=True)
class Booking:
    """A call that is agreed on, and when its supporter is rung."""

    call_id: int
    ring_at: datetime


@dataclass(frozen=True)
class Wish:
    """When, at the earliest, and how it was agreed (kept with the consent).

    `phone` is the caller ID of somebody who dialed in: it is kept for this call alone.
    """

    earliest: datetime
    by: str
    phone: str | None = None


def book(session: Session, vault: PhoneVault, call_id: int, place: int, wish: Wish) -> Booking | None:
    """Agree on a call in the first free slot, to the office at `place` and those after it.

    None where no number is known to ring, or no slot is free. The same call books the same office once. Commits.
    """
    made_before = _booked_from(session, call_id, place)
    if made_before:
        return made_before
    call = session.get_one(Call, call_id)
    if call.phone_encrypted is None and wish.phone is None:
        return None
    later = _copy(session, call, place)
    try:
        agree_on_slot(session, later, _number(session, call_id, place), wish.earliest)
    except NoSlotFree:
        session.rollback()
        return None
    if wish.phone:
        keep_number(later, wish.phone, vault)
    session.add(later)
    session.flush()
    session.add(_consent(later, wish.by))
    session.commit()
    return Booking(later.id, later.ring_at or wish.earliest)


def booking_of(session: Session, phone_hash: bytes, campaign_id: int) -> Booking | None:
    """The next agreed call to a number, if there is one."""
    mine = select(Call.id, Call.ring_at).where(
        Call.phone_hash == phone_hash, Call.campaign_id == campaign_id, Call.status == CallStatus.SCHEDULED
    )
    row = session.execute(mine.order_by(Call.ring_at).limit(1)).one_or_none()
    return Booking(row.id, row.ring_at) if row else None


def _nonce(call_id: int, place: int) -> str:
    return f"later-{call_id}-{place}"


def _booked_from(session: Session, call_id: int, place: int) -> Booking | None:
    row = session.execute(select(Call.id, Call.ring_at).where(Call.form_nonce == _nonce(call_id, place))).one_or_none()
    return Booking(row.id, row.ring_at) if row else None


def _number(session: Session, call_id: int, place: int) -> str:
    plan = plan_of(session, call_id, place)
    return next(office.number for office in plan if office.number)


def _copy(session: Session, call: Call, place: int) -> Call:
    """The same supporter's next call: to the office at `place` and those that come after it."""
    plan = plan_of(session, call.id, place)
    return Call(
        campaign_id=call.campaign_id,
        campaign_version=call.campaign_version,
        source=call.source,
        rehearsal=call.rehearsal,
        form_nonce=_nonce(call.id, place),
        phone_encrypted=call.phone_encrypted,
        phone_hash=call.phone_hash,
        town=call.town,
        language=call.language,
        offices=[called(at, office) for at, office in enumerate(plan)],
        office_at=next(at for at, office in enumerate(plan) if office.number),
    )


def _consent(call: Call, by: str) -> Consent:
    return Consent(call_id=call.id, campaign_id=call.campaign_id, phone_hash=call.phone_hash or b"", wording_version=by)
