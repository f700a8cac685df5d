"""Places a call: number and limits checked, call, consent and job written in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.consent import consent_to
from app.calls.errors import AlreadyAgreed, CallInFlight, CampaignNotLive, FormUsed, QuietHours
from app.calls.hours.office import hours_of
from app.calls.hours.quiet import is_quiet
from app.calls.later.bookings import same_booking
from app.calls.later.slots import agree_on_slot, let_go
from app.calls.life.status import begin_call
from app.calls.plan import PlannedOffice, reach_for
from app.calls.queue.admit import Wanted, refuse_long_wait
from app.calls.queue.agreed import rings_until
from app.clock import Clock
from app.guard.phone_vault import PhoneVault
from app.limits.errors import TooManyCalls
from app.limits.numbers import PHONE, keep_number, refuse_strangers
from app.limits.rate import Limit, admit
from app.store.job_queue import DEFAULT_QUEUE, defer
from models import Call, CallSource, CallStatus, Campaign, CampaignState, EventSource, Limited


@dataclass(frozen=True)
class CallRequest:
    """What a supporter asked for, already checked and found. `form_nonce` makes a form count once.

    `offices` come in the order in which they are reached for; one of them can be rung at least. `ring_from` asks for a
    call at an agreed time, in the first free slot from then on. Who `keeps_place` agreed to wait for longer than
    the ten minutes that "now" means.
    """

    campaign_id: int
    phone: str
    town: str
    offices: tuple[PlannedOffice, ...]
    form_nonce: str
    consent_version: str
    language: str = "en"
    ring_from: datetime | None = None
    keeps_place: bool = False


@dataclass(frozen=True)
class Placing:
    """What placing needs beside the request. Rehearsals have their own queue and no limits.

    `keeps_hours` says that nobody is rung at night, or later while the office is closed.
    """

    vault: PhoneVault
    clock: Clock
    calls_per_hour: int
    calls_per_second: float = 1.0
    keeps_hours: bool = False
    rehearsal: bool = False
    queue: str = DEFAULT_QUEUE


def place_call(session: Session, request: CallRequest, placing: Placing) -> int:
    """Write the call down and return its id; the same form posted again returns the same call.

    Raises:
        CannotPlace: whoever opened the unit undoes what was written until then.
    """
    return _placed_by(session, request, placing.vault) or _write(session, request, placing)


def _placed_by(session: Session, request: CallRequest, vault: PhoneVault) -> int | None:
    row = session.execute(select(Call.id, Call.phone_hash).where(Call.form_nonce == request.form_nonce)).one_or_none()
    if row is None:
        return None
    if row.phone_hash != vault.fingerprint(request.phone, purpose=PHONE):
        raise FormUsed
    return int(row.id)


def _write(session: Session, request: CallRequest, placing: Placing) -> int:
    version = _live_version(session, request.campaign_id)
    if not placing.rehearsal:
        refuse_strangers(session, request.phone, placing.vault)
    call = Call(
        campaign_id=request.campaign_id,
        campaign_version=version,
        source=CallSource.WEB,
        rehearsal=placing.rehearsal,
        form_nonce=request.form_nonce,
        language=request.language,
        town=request.town,
    )
    first = reach_for(call, request.offices)
    keep_number(call, request.phone, placing.vault)
    _give_turn(session, call, first, request, placing)
    status = CallStatus.REQUESTED if request.ring_from is None else CallStatus.SCHEDULED
    call_id = begin_call(session, call, status, source=EventSource.PAGE)
    if call_id is None:
        return _faster(session, call, first, request, placing)
    _count(session, request.phone, placing)
    if status is CallStatus.SCHEDULED and not placing.rehearsal and same_booking(session, call):
        raise AlreadyAgreed
    session.add(consent_to(call, request.phone, request.consent_version, placing.vault))
    if status is not CallStatus.SCHEDULED:
        defer(session, "ring", queue=placing.queue, call_id=call_id)
    return call_id


def _faster(session: Session, call: Call, first: PlannedOffice, request: CallRequest, placing: Placing) -> int:
    """The call of the same form, which came a moment before; else another to this number is under way."""
    if call.ring_at:
        let_go(session, first.number or "", call.ring_at)
    twin = _placed_by(session, request, placing.vault)
    if twin is None:
        raise CallInFlight
    return twin


def _give_turn(session: Session, call: Call, first: PlannedOffice, request: CallRequest, placing: Placing) -> None:
    """A place in the office's line, or a slot at the time that was wished for."""
    number = first.number or ""
    if request.ring_from is not None:
        hours = hours_of(session, first.line_id, always_open=not placing.keeps_hours)
        agree_on_slot(session, call, number, request.ring_from, hours)
    elif placing.keeps_hours and is_quiet(placing.clock()):
        raise QuietHours
    elif not placing.rehearsal:
        now = placing.clock()
        refuse_long_wait(
            session, Wanted(number, request.campaign_id, placing.calls_per_second), now, keeps_place=request.keeps_place
        )
        call.waits_for, call.waits_since = number, now
        call.ring_until = rings_until(now, keeps_place=request.keeps_place)


def _live_version(session: Session, campaign_id: int) -> int:
    query = select(Campaign.version).where(Campaign.id == campaign_id, Campaign.state == CampaignState.LIVE)
    version = session.scalar(query)
    if version is None:
        raise CampaignNotLive
    return version


def _count(session: Session, phone: str, placing: Placing) -> None:
    if placing.rehearsal:
        return
    limit = Limit(Limited.RINGS, placing.calls_per_hour)
    if not admit(session, placing.vault, limit, phone, now=placing.clock()):
        raise TooManyCalls
