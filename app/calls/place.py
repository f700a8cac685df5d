"""Places a call: number and limits checked, call, consent and job written in one transaction."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.calls.errors import CallInFlight, CampaignNotLive, DoNotCallError, FormUsed, NotASupporter, TooManyCalls
from app.calls.limits import admit, must_not_call
from app.clock import Clock
from app.job_queue import DEFAULT_QUEUE, defer
from app.phone_vault import PhoneVault
from models import Call, Campaign, CampaignState, Consent, OfficeLine

ONE_IN_FLIGHT = "uq_call_in_flight"  # the index that admits one call a number
PHONE = "call.phone"
LIMIT = "limit"
DO_NOT_CALL = "do-not-call"
CONSENT = "consent"


@dataclass(frozen=True)
class Office:
    """Whom to connect to: the seat, who holds it, and the line that rings there."""

    district_geoid: str
    holder_id: int
    line_id: int


@dataclass(frozen=True)
class CallRequest:
    """What a supporter asked for, already checked and found. `form_nonce` makes a form count once."""

    campaign_id: int
    phone: str
    town: str
    how_found: str
    office: Office
    form_nonce: str
    consent_version: str


@dataclass(frozen=True)
class Placing:
    """What placing needs beside the request. Rehearsals have their own queue and no limits."""

    vault: PhoneVault
    clock: Clock
    calls_per_hour: int
    rehearsal: bool = False
    queue: str = DEFAULT_QUEUE


def place_call(session: Session, request: CallRequest, placing: Placing) -> int:
    """Write the call down and return its id; the same form posted again returns the same call.

    Raises:
        CannotPlace: nothing was written.
    """
    earlier = _placed_by(session, request, placing.vault)
    if earlier:
        return earlier
    try:
        call_id = _write(session, request, placing)
        session.commit()
    except IntegrityError as error:
        session.rollback()
        twin = _placed_by(session, request, placing.vault)  # the same form, a moment before
        if twin:
            return twin
        if ONE_IN_FLIGHT not in str(error.orig):
            raise
        raise CallInFlight from error
    except Exception:
        session.rollback()
        raise
    return call_id


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
        _refuse_strangers(session, request.phone, placing.vault)
    call = Call(
        campaign_id=request.campaign_id,
        campaign_version=version,
        rehearsal=placing.rehearsal,
        form_nonce=request.form_nonce,
        phone_encrypted=placing.vault.encrypt(request.phone, purpose=PHONE),
        phone_hash=placing.vault.fingerprint(request.phone, purpose=PHONE),
        town=request.town,
        how_found=request.how_found,
        district_geoid=request.office.district_geoid,
        office_holder_id=request.office.holder_id,
        office_line_id=request.office.line_id,
    )
    session.add(call)
    session.flush()
    _count(session, request.phone, placing)
    session.add(_consent(call, request, placing.vault))
    defer(session, "ring", queue=placing.queue, call_id=call.id)
    return call.id


def _live_version(session: Session, campaign_id: int) -> int:
    query = select(Campaign.version).where(Campaign.id == campaign_id, Campaign.state == CampaignState.LIVE)
    version = session.scalar(query)
    if version is None:
        raise CampaignNotLive
    return version


def _refuse_strangers(session: Session, phone: str, vault: PhoneVault) -> None:
    if must_not_call(session, vault.fingerprint(phone, purpose=DO_NOT_CALL)):
        raise DoNotCallError
    offices = select(OfficeLine.e164).where(OfficeLine.e164 == phone)
    campaigns = select(Campaign.phone_number).where(Campaign.phone_number == phone)
    if session.scalar(offices.union_all(campaigns).limit(1)):
        raise NotASupporter


def _count(session: Session, phone: str, placing: Placing) -> None:
    if placing.rehearsal:
        return
    fingerprint = placing.vault.fingerprint(phone, purpose=LIMIT)
    if not admit(session, fingerprint, now=placing.clock(), at_most=placing.calls_per_hour):
        raise TooManyCalls


def _consent(call: Call, request: CallRequest, vault: PhoneVault) -> Consent:
    return Consent(
        call_id=call.id,
        campaign_id=request.campaign_id,
        phone_hash=vault.fingerprint(request.phone, purpose=CONSENT),
        wording_version=request.consent_version,
    )
