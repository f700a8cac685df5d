"""One call's whole story: its legs, everything the carrier told or asked, what the supporter said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cryptography.exceptions import InvalidTag
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.calls.life.carrier_events import read_form
from app.calls.shown.log import LogRow, log_row
from app.guard.phone_vault import PhoneVault
from models import CalledOffice, CarrierEvent, Consent, Feedback, Leg, LegRole

# What a carrier's form may show: these fields, and of them only plain words and short numbers.
SHOWN_FIELDS = (
    "CallStatus",
    "DialCallStatus",
    "CallDuration",
    "DialCallDuration",
    "SequenceNumber",
    "SipResponseCode",
)
SHOWN_VALUE = re.compile(r"[a-z-]{1,20}|\d{1,6}")
KEY = re.compile(r"[0-9*#]")


@dataclass(frozen=True)
class EventFacts:
    """One thing that the carrier told or asked; `role` is whose phone it was about, where that is known.

    `rank` is that of the office, where it was about one.
    """

    kind: str
    name: str
    happened_at: datetime | None
    received_at: datetime
    role: LegRole | None
    rank: int | None
    key_pressed: str
    fields: Mapping[str, str]


@dataclass(frozen=True)
class CallTimeline:
    """All that is known of one call, without any telephone number; legs and feedback with their office's rank."""

    call: LogRow
    legs: tuple[tuple[Leg, int | None], ...]
    events: tuple[EventFacts, ...]
    feedback: tuple[tuple[Feedback, int], ...]
    consent_version: str | None


def call_timeline(session: Session, vault: PhoneVault, call_id: int) -> CallTimeline | None:
    """All that is known of the call with this id, if there is one."""
    call = log_row(session, call_id)
    if call is None:
        return None
    legs = select(Leg, CalledOffice.rank).outerjoin(CalledOffice).where(Leg.call_id == call_id).order_by(Leg.id)
    told = select(Feedback, CalledOffice.rank).join(CalledOffice).where(CalledOffice.call_id == call_id)
    return CallTimeline(
        call=call,
        legs=tuple((leg, rank) for leg, rank in session.execute(legs)),
        events=_events(session, vault, call_id),
        feedback=tuple((one, rank) for one, rank in session.execute(told.order_by(Feedback.id))),
        consent_version=session.scalar(select(Consent.wording_version).where(Consent.call_id == call_id).limit(1)),
    )


def _events(session: Session, vault: PhoneVault, call_id: int) -> tuple[EventFacts, ...]:
    moment = func.coalesce(CarrierEvent.happened_at, CarrierEvent.received_at)
    rows = session.execute(
        select(CarrierEvent, Leg.role, CalledOffice.rank)
        .outerjoin(Leg, CarrierEvent.carrier_sid == Leg.carrier_sid)
        .outerjoin(CalledOffice, Leg.called_office_id == CalledOffice.id)
        .where(CarrierEvent.call_id == call_id)
        .order_by(moment, CarrierEvent.id)
    )
    return tuple(_event(vault, event, role, rank) for event, role, rank in rows)


def _event(vault: PhoneVault, event: CarrierEvent, role: LegRole | None, rank: int | None) -> EventFacts:
    """Of the form only the key that was pressed, and those fields by which nobody can be found."""
    try:
        form = read_form(vault, event.form_encrypted) if event.form_encrypted else {}
    except InvalidTag:  # its key is gone
        form = {}
    key = form.get("Digits", "")
    return EventFacts(
        kind=event.kind,
        name=event.name,
        happened_at=event.happened_at,
        received_at=event.received_at,
        role=role,
        rank=rank,
        key_pressed=key if KEY.fullmatch(key) else "",
        fields={name: form[name] for name in SHOWN_FIELDS if SHOWN_VALUE.fullmatch(form.get(name, ""))},
    )
