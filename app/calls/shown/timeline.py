"""One call's whole story: its legs, everything the carrier told or asked, what the supporter said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.life.carrier_events import CODE, KEY, REFUSED, TURN
from app.calls.shown.log.page import log_row
from app.calls.shown.log.row import LogRow
from app.telephony.faults import Fault, fault_of
from models import (
    CalledOffice,
    CallEvent,
    CarrierEvent,
    Consent,
    EventSource,
    Feedback,
    Leg,
    LegRole,
    LegStatus,
    WhatHappened,
)

_TOLD = (WhatHappened.REPORTED, WhatHappened.CORRECTED, WhatHappened.TAKEN_BACK)
LIFE = {str(status): nth for nth, status in enumerate(LegStatus)}


@dataclass(frozen=True)
class EventFacts:
    """One thing that the carrier told or asked; `role` is whose phone it was about.

    `rank` is that of the office, where it was about one.
    """

    kind: str
    name: str
    at: datetime
    role: LegRole
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
    corrections: tuple[CallEvent, ...]
    consent_version: str | None


def call_timeline(session: Session, call_id: int) -> CallTimeline | None:
    """All that is known of the call with this id, if there is one."""
    call = log_row(session, call_id)
    if call is None:
        return None
    legs = select(Leg, CalledOffice.rank).outerjoin(CalledOffice).where(Leg.call_id == call_id).order_by(Leg.id)
    told = select(Feedback, CalledOffice.rank).join(CalledOffice).where(CalledOffice.call_id == call_id)
    return CallTimeline(
        call=call,
        legs=tuple((leg, rank) for leg, rank in session.execute(legs)),
        events=_events(session, call_id),
        feedback=tuple((one, rank) for one, rank in session.execute(told.order_by(Feedback.id))),
        corrections=_corrections(session, call_id),
        consent_version=session.scalar(select(Consent.wording_version).where(Consent.call_id == call_id).limit(1)),
    )


def fault_in(event: EventFacts) -> Fault:
    """Whose fault it is that the carrier refused."""
    return fault_of(int(event.fields.get(CODE, 0)))


def last_fault(timeline: CallTimeline) -> Fault | None:
    """The last for which the carrier refused something, None where it did not."""
    refused = [event for event in timeline.events if event.kind == REFUSED or CODE in event.fields]
    return fault_in(refused[-1]) if refused else None


def _corrections(session: Session, call_id: int) -> tuple[CallEvent, ...]:
    """What organizers corrected, and took back."""
    by_team = (CallEvent.call_id == call_id, CallEvent.source == EventSource.TEAM, CallEvent.what.in_(_TOLD))
    return tuple(session.scalars(select(CallEvent).where(*by_team).order_by(CallEvent.id)))


def _events(session: Session, call_id: int) -> tuple[EventFacts, ...]:
    """In their order; of one leg at one second in that in which a leg lives."""
    kept = session.scalars(select(CarrierEvent).where(CarrierEvent.call_id == call_id))
    return tuple(_event(one) for one in sorted(kept, key=lambda one: (one.at, LIFE.get(one.name, 0))))


def _event(event: CarrierEvent) -> EventFacts:
    told, rank = event.told or {}, None if event.kind == TURN else event.rank
    return EventFacts(
        kind=event.kind,
        name=event.name,
        at=event.at,
        role=LegRole.SUPPORTER if rank is None else LegRole.OFFICE,
        rank=rank,
        key_pressed=told.get(KEY, ""),
        fields={name: value for name, value in told.items() if name != KEY},
    )
