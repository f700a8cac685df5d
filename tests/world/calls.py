"""Calls of the small world, as the form would write them."""

from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.calls.begin.request import CallRequest, Placing
from app.calls.begin.web import place_call, place_later
from app.calls.later.due import Due
from app.calls.life.status import move_call
from app.calls.plan import PlannedOffice
from app.calls.queue.next import take
from app.campaigns.at_door import CampaignAtDoor
from app.extensions import Given, given
from app.guard.phone_vault import PHONE
from app.limits.feedback import Changes
from app.limits.numbers import number_of
from app.limits.rings.number import ring_limits
from app.limits.rings.ringing import Values, limits_of
from app.limits.visitors import Visitor
from app.representatives import HOME, STAMP, stamp_of
from models import (
    Call,
    CallStatus,
    Campaign,
    CampaignState,
    District,
    EventSource,
    HolderLine,
    NumberRung,
    OfficeHolder,
    OfficeLine,
    Roster,
)
from tests.world.one_unit import kept

NUMBERS = count()
CHANGEABLE = Changes(at_most=5, given_since=datetime(2026, 1, 1, tzinfo=UTC))  # what was told by now
A_MINUTE = timedelta(minutes=1)
MANY = 150  # calls that an office takes in a day, for each that it takes at once


def office_of(session: Session, name: str = "Pat Duffy", nth: int = 1) -> PlannedOffice:
    """The office of a sitting member, by their best line."""
    query = (
        select(District.geoid, OfficeHolder.id, OfficeLine.id, OfficeLine.e164, HolderLine.kind)
        .join(OfficeHolder, OfficeHolder.district_geoid == District.geoid)
        .join(HolderLine, HolderLine.holder_id == OfficeHolder.id)
        .join(OfficeLine, OfficeLine.id == HolderLine.line_id)
        .where(OfficeHolder.name == name)
        .order_by(HolderLine.rank)
    )
    geoid, holder, line, number, kind = session.execute(query).first()
    return PlannedOffice(nth, geoid, "town", holder, line, number, kind)


def request_for(session: Session, campaign_id: int, **what: Any) -> CallRequest:
    """A request for a call from Holyoke; every one is a form of its own."""
    usual = {
        "campaign": seen(session, campaign_id),
        "phone": "+16175550123",
        "town": "Holyoke",
        "offices": what.get("offices") or (office_of(session),),
        "form_nonce": f"form {next(NUMBERS)}",
        "consent_version": "test",
    }
    return CallRequest(**usual | what)


def seen(session: Session, campaign_id: int) -> CampaignAtDoor:
    """A campaign as somebody sees it who thinks that it is live."""
    query = select(Campaign.version, *STAMP).outerjoin(Roster, Roster.state == HOME).where(Campaign.id == campaign_id)
    row = session.execute(query).mappings().one()
    return CampaignAtDoor(campaign_id, row["version"], CampaignState.LIVE, stamp_of(row))


def placing(own: Given, visitor: str = "") -> Placing:
    """What placing needs, from what the app was given; who is not named is a visitor whom nobody saw before."""
    who = Visitor(visitor or f"visitor {next(NUMBERS)}", numbers_per_hour=5, numbers_per_day=10)
    return Placing(own.vault, own.clock, limits_of(own.settings), who)


def the_ring(campaign_id: int, now: datetime, phone: str = "+16175550123") -> Values:
    """All that is looked at when this number is rung."""
    own = given()
    return limits_of(own.settings).of_ring(phone, campaign_id, own.vault, now, now)


def rings(session: Session, call: Call, now: datetime, *, pressed: bool = False) -> bool:
    """A worker takes the call, whose phone rings; that is over at once, after 1 was pressed or in vain."""
    own = given()
    phone = number_of(own.vault, call.phone_encrypted)
    call.ring_until = now + A_MINUTE
    session.flush()
    if not take(session, call.id, now, the_ring(call.campaign_id, now, phone)):
        session.rollback()
        return False
    if pressed:
        whose = NumberRung.phone_hash == own.vault.fingerprint(phone, purpose=PHONE)
        session.execute(update(NumberRung).where(whose).values(in_vain=0, pressed_at=now))
    move_call(session, call.id, CallStatus.NO_ANSWER, source=EventSource.CARRIER)
    session.commit()
    return True


def due_at(now: datetime, **how: Any) -> Due:
    """A moment at which it is looked whose time has come."""
    own = given()
    return Due(now, own.vault, ring_limits(own.settings), **how)


def a_call(session: Session, own: Given, campaign_id: int, *, ring_from: datetime | None = None, **what: Any) -> Call:
    """A call that was placed and waits to be rung, or for its time."""
    request = request_for(session, campaign_id, **what)
    place = place_call if ring_from is None else partial(place_later, ring_from=ring_from)
    call_id = kept(session, lambda work: place(work.session, request, placing(own)))
    return session.get_one(Call, call_id)
