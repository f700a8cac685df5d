"""Rings supporters later: in a slot that was agreed, once the office is open, or in ten minutes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.consent import agreed, consented
from app.calls.hours.office import hours_of
from app.calls.later.bookings import BOOKING, Booking, nonce, same_booking
from app.calls.later.slots import agree_on_slot, let_go
from app.calls.life.beginning import Beginning, NewCall
from app.calls.plan import PlannedOffice, plan_of
from app.guard.phone_vault import PhoneVault
from app.limits.errors import CannotPlace
from app.limits.numbers import PHONE, keep_number, refuse_strangers
from app.store.rows import by_name
from models import Call, CallStatus, EventSource

SOON = timedelta(minutes=10)
_BOOK = Beginning(consented)


@dataclass(frozen=True)
class Wish:
    """When, at the earliest, and how it was agreed (kept with the consent).

    `phone` is the caller ID of somebody who dialed in: it is kept for this call alone. `keeps_hours` says that nobody
    is rung at night, or while the office is closed. `now` is when it is wished.
    """

    earliest: datetime
    now: datetime
    by: str
    phone: str | None = None
    keeps_hours: bool = True


def book(session: Session, vault: PhoneVault, call_id: int, rank: int, wish: Wish) -> Booking | None:
    """Agree on a call in the first free slot, to the office holder at `rank`; the call goes on to those after them.

    None where no number is known that may be rung, no office to reach, or no slot is free. A number books the same
    office once.
    """
    made_before = _booked_as(session, nonce(call_id, rank))
    if made_before:
        return made_before
    call = session.get_one(Call, call_id)
    phone, lines = _phone(call, wish, vault), _lines(session, call_id, rank)
    if phone is None or not lines:
        return None
    later = _copy(call, rank, lines)
    keep_number(later, phone, vault)
    same = None if call.rehearsal else same_booking(session, later)
    return same or _agree(session, vault, later, phone, wish)


def _agree(session: Session, vault: PhoneVault, later: NewCall, phone: str, wish: Wish) -> Booking | None:
    office = later.first
    hours = hours_of(session, office.line_id, always_open=not wish.keeps_hours)
    try:
        if not later.rehearsal:
            refuse_strangers(session, phone, vault, wish.now)
        agree_on_slot(session, later, office.number or "", wish.earliest, hours)
    except CannotPlace:  # nothing was written yet
        return None
    words = agreed(phone, wish.by, vault)
    made = _BOOK.of(session, later, CallStatus.SCHEDULED, source=EventSource.KEYPAD, **words)
    ring_at = later.ring_at or wish.earliest
    if made is None:  # asked twice at once
        let_go(session, office.number or "", ring_at)
        return _booked_as(session, later.form_nonce)
    return Booking(made["id"], ring_at)


def _booked_as(session: Session, form_nonce: str | None) -> Booking | None:
    mine = select(*BOOKING).where(Call.form_nonce == form_nonce)
    row = session.execute(mine).mappings().one_or_none()
    return by_name(Booking, row) if row else None


def _phone(call: Call, wish: Wish, vault: PhoneVault) -> str | None:
    return vault.decrypt(call.phone_encrypted, purpose=PHONE) if call.phone_encrypted else wish.phone


def _lines(session: Session, call_id: int, rank: int) -> tuple[PlannedOffice, ...]:
    """The lines of the office holder at `rank`, the one there first."""
    plan = [office for office in plan_of(session, call_id, rank) if office.number]
    return tuple(office for office in plan if office.nth == plan[0].nth)


def _copy(call: Call, rank: int, offices: tuple[PlannedOffice, ...]) -> NewCall:
    """The same supporter's next call."""
    return NewCall(
        campaign_id=call.campaign_id,
        campaign_version=call.campaign_version,
        source=call.source,
        rehearsal=call.rehearsal,
        form_nonce=nonce(call.id, rank),
        town=call.town,
        language=call.language,
        more_time=call.more_time,
        offices=offices,
    )
