"""Rings supporters later: in a slot that was agreed, once the office is open, or in ten minutes."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session, aliased

from app.calls.hours.action_days import action_days
from app.calls.hours.office import hours_of
from app.calls.hours.waves import in_waves
from app.calls.later.bookings import BOOKING, Agreed, Booking, agreed_with, nonce
from app.calls.later.slots import Room, agree_on_slot, let_go
from app.calls.life.beginning import Beginning, NewCall
from app.calls.life.giving import give_offices
from app.calls.plan import PlannedOffice, plan_of
from app.campaigns.action.day import ActionDays
from app.guard.phone_vault import PhoneVault
from app.limits.errors import CannotPlace, RangInVain
from app.limits.hours.quiet import HERE, zones_of
from app.limits.numbers import STRANGERS, keep_number, number_of, refuse_stranger, stranger
from app.limits.rings.number import is_silent, marks_of
from app.representatives import RosterStamp
from app.store.once import Once
from app.store.rows import by_name
from models import Call, CalledOffice, CallStatus, EventSource

SOON = timedelta(minutes=10)
_BOOK = Beginning()


@dataclass(frozen=True)
class Wish:
    """When, at the earliest, and how it was agreed (kept with the consent).

    `phone` is the caller ID of somebody who dialed in: it is kept for this call alone. `keeps_hours` says that nobody
    is rung at night, or while the office is closed, `strangers_percent` how much of its day is for strangers' numbers,
    and after so many rings `in_vain` nobody agrees on the phone for a number. `now` is when it is wished. Which
    `roster` is in force, and the `days` of action, are read where they are not known.
    """

    earliest: datetime
    now: datetime
    by: str
    phone: str | None = None
    keeps_hours: bool = True
    strangers_percent: int = 100
    in_vain: int = 2
    roster: RosterStamp | None = None
    days: ActionDays | None = None


def book(session: Session, vault: PhoneVault, call_id: int, rank: int, wish: Wish) -> Booking | None:
    """Agree on a call in the first free slot, to the office holder at `rank`; the call goes on to those after them.

    None where no number is known that may be rung, no office to reach, or no slot is free. With a number one time is
    agreed on: another office of the same call is reached at that time, too.
    """
    call, made_before = _call(session, call_id, rank)
    if made_before:
        return made_before
    phone, lines = _phone(call, wish, vault), _lines(session, call_id, rank)
    if phone is None or not lines:
        return None
    later = _copy(call, rank, lines, wish)
    marks = keep_number(later, phone, vault).held
    before = None if call.rehearsal else agreed_with(session, marks)
    return _join(session, call, before, lines) if before else _agree(session, vault, later, phone, wish)


def _join(session: Session, call: Call, before: Agreed, lines: tuple[PlannedOffice, ...]) -> Booking | None:
    """Reach this office, too, in the call that is agreed on: nobody is rung at two times.

    Not where a caller ID alone speaks for it, which anybody may claim: then nothing is told of it either.
    """
    is_theirs = before.is_of(call.id) or call.agreed_in is not None
    if not is_theirs or before.campaign_id != call.campaign_id:
        return None
    plan = plan_of(session, before.call_id)
    if lines[0].district_geoid not in {office.district_geoid for office in plan}:
        last = max(office.nth for office in plan)
        more = tuple(replace(office, nth=last + 1) for office in lines)
        session.execute(delete(CalledOffice).where(CalledOffice.call_id == before.call_id))
        give_offices(session, before.call_id, (*plan, *more), before.town)
    return Booking(before.call_id, before.ring_at)


def _agree(session: Session, vault: PhoneVault, later: NewCall, phone: str, wish: Wish) -> Booking | None:
    office, marks = later.first, vault.marks(phone).held
    own = hours_of(session, office.line_id, always_open=not wish.keeps_hours, roster=wish.roster)
    days = action_days(session, later.campaign_id) if wish.days is None else wish.days
    hours = in_waves(own, days, office.district_geoid, wish.now)
    try:
        if not later.rehearsal:
            _refuse(session, vault, phone, wish)
        zones = zones_of(phone) if wish.keeps_hours else HERE
        room = Room(office.number or "", hours, zones, wish.strangers_percent, marks)
        agree_on_slot(session, later, wish.earliest, room)
    except CannotPlace:  # nothing was written yet
        return None
    made = _BOOK.of(session, later, CallStatus.SCHEDULED, source=EventSource.KEYPAD)
    ring_at = later.ring_at or wish.earliest
    if made is None:  # asked twice at once
        let_go(session, office.number or "", ring_at)
        return _booked_as(session, later.form_nonce)
    return Booking(made["id"], ring_at)


def _refuse(session: Session, vault: PhoneVault, phone: str, wish: Wish) -> None:
    """Let nobody agree for a number that is not to be rung, or where nobody pressed 1 so often.

    Raises:
        CannotPlace: so it is.
    """
    number = {**stranger(phone, vault, wish.now), **marks_of(vault, phone), "rings_in_vain": wish.in_vain}
    told = _LOOKED.rows(session, **number)[0]
    refuse_stranger(told)
    if told["is_silent"]:
        raise RangInVain


_LOOKED = Once(lambda: select(*STRANGERS, is_silent().label("is_silent")))


def _call(session: Session, call_id: int, rank: int) -> tuple[Call, Booking | None]:
    """The call, and what was agreed on in it for this office before."""
    later = aliased(Call)
    booked = later.form_nonce == nonce(call_id, rank)
    both = select(Call, later.id, later.ring_at).outerjoin(later, booked).where(Call.id == call_id)
    call, booked_as, ring_at = session.execute(both).one()
    return call, None if booked_as is None or ring_at is None else Booking(booked_as, ring_at)


def _booked_as(session: Session, form_nonce: str | None) -> Booking | None:
    mine = select(*BOOKING).where(Call.form_nonce == form_nonce)
    row = session.execute(mine).mappings().one_or_none()
    return by_name(Booking, row) if row else None


def _phone(call: Call, wish: Wish, vault: PhoneVault) -> str | None:
    return number_of(vault, call.phone_encrypted) if call.phone_encrypted else wish.phone


def _lines(session: Session, call_id: int, rank: int) -> tuple[PlannedOffice, ...]:
    """The lines of the office holder at `rank`, the one there first."""
    plan = [office for office in plan_of(session, call_id, rank) if office.number]
    return tuple(office for office in plan if office.nth == plan[0].nth)


def _copy(call: Call, rank: int, offices: tuple[PlannedOffice, ...], wish: Wish) -> NewCall:
    """The same supporter's next call."""
    return NewCall(
        campaign_id=call.campaign_id,
        campaign_version=call.campaign_version,
        source=call.source,
        rehearsal=call.rehearsal,
        form_nonce=nonce(call.id, rank),
        agreed_in=wish.by,
        town=call.town,
        language=call.language,
        more_time=call.more_time,
        offices=offices,
    )
