"""Places a call: number and limits checked, call, consent and job written in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import CTE, BigInteger, Select, String, exists, func, literal, select
from sqlalchemy.orm import Session

from app.calls.consent import agreed, consented
from app.calls.errors import AlreadyAgreed, CallInFlight, CampaignNotLive, FormUsed, QuietHours
from app.calls.hours.office import hours_of
from app.calls.hours.quiet import is_quiet
from app.calls.later.bookings import same_booking
from app.calls.later.slots import agree_on_slot, let_go
from app.calls.life.beginning import Beginning, NewCall
from app.calls.life.status import Beside
from app.calls.plan import PlannedOffice, first_of
from app.calls.queue.admit import Wanted, line_now, refuse_long_wait
from app.calls.queue.agreed import rings_until
from app.clock import Clock
from app.guard.phone_vault import PhoneVault
from app.limits.errors import TooManyCalls
from app.limits.numbers import PHONE, STRANGERS, keep_number, refuse_by, stranger
from app.limits.rate import Limit, counted
from app.store.job_queue import DEFAULT_QUEUE, job_of
from app.store.once import Once, Row, param
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
    before = _before(session, request, placing)
    return _placed_by(before, request, placing.vault) or _write(session, request, placing, before)


def _before(session: Session, request: CallRequest, placing: Placing) -> Row:
    """All that may stand in the way, in one statement."""
    about = {"form_nonce": request.form_nonce, "campaign_id": request.campaign_id, "number": _first(request)}
    return _BEFORE.rows(session, **about, **stranger(request.phone, placing.vault))[0]


def _select_before() -> Select[*tuple[object, ...]]:
    twin = Call.form_nonce == param("form_nonce", String)
    of_twin = (select(it).where(twin).scalar_subquery().label(f"twin_{it.key}") for it in (Call.id, Call.phone_hash))
    live = (Campaign.id == param("campaign_id", BigInteger)) & (Campaign.state == CampaignState.LIVE)
    version = select(Campaign.version).where(live).scalar_subquery().label("live_version")
    return select(*of_twin, version, *STRANGERS, *line_now())


_BEFORE = Once(_select_before())


def _placed_by(before: Row, request: CallRequest, vault: PhoneVault) -> int | None:
    if before["twin_id"] is None:
        return None
    if before["twin_phone_hash"] != vault.fingerprint(request.phone, purpose=PHONE):
        raise FormUsed
    return int(before["twin_id"])


def _first(request: CallRequest) -> str:
    return first_of(request.offices)[1].number or ""


def _write(session: Session, request: CallRequest, placing: Placing, before: Row) -> int:
    if before["live_version"] is None:
        raise CampaignNotLive
    if not placing.rehearsal:
        refuse_by(before)
    call = _new_call(request, placing, before["live_version"])
    _give_turn(session, call, request, placing, before)
    status = CallStatus.REQUESTED if request.ring_from is None else CallStatus.SCHEDULED
    made = _PLACE.of(session, call, status, source=EventSource.PAGE, **_beside(request, placing))
    if made is None:
        return _faster(session, call, request, placing)
    if not (made["is_counted"] or placing.rehearsal):
        raise TooManyCalls
    if status is CallStatus.SCHEDULED and not placing.rehearsal and same_booking(session, call, made["id"]):
        raise AlreadyAgreed
    return int(made["id"])


def _new_call(request: CallRequest, placing: Placing, version: int) -> NewCall:
    call = NewCall(
        campaign_id=request.campaign_id,
        campaign_version=version,
        source=CallSource.WEB,
        rehearsal=placing.rehearsal,
        form_nonce=request.form_nonce,
        language=request.language,
        town=request.town,
        offices=request.offices,
    )
    keep_number(call, request.phone, placing.vault)
    return call


def _beside(request: CallRequest, placing: Placing) -> dict[str, object]:
    """What is written beside the call: what was agreed to, once more for the limit, and the job that rings."""
    limit = Limit(Limited.RINGS, placing.calls_per_hour)
    counts = limit.values(placing.vault, request.phone, placing.clock())
    return {**counts, **agreed(request.phone, request.consent_version, placing.vault), "queue": placing.queue}


def _counts(call: CTE) -> Beside:
    """Once more for this number; a rehearsal rings nobody."""
    often = counted(call, ~call.c.rehearsal)
    return Beside((often,), shown=(exists().where(often.c.purpose.is_not(None)).label("is_counted"),))


def _rings(call: CTE) -> Beside:
    """The job that rings whoever is not rung later. It is told back, since what nobody reads is not done."""
    arguments = func.jsonb_build_object("call_id", call.c.id)
    job = select(job_of(arguments, literal("ring"))).where(call.c.status == CallStatus.REQUESTED).cte("ring")
    return Beside((), shown=(select(job.c.job).scalar_subquery().label("job"),))


_PLACE = Beginning(consented, _counts, _rings)


def _faster(session: Session, call: NewCall, request: CallRequest, placing: Placing) -> int:
    """The call of the same form, which came a moment before; else another to this number is under way."""
    if call.ring_at:
        let_go(session, _first(request), call.ring_at)
    twin = _placed_by(_before(session, request, placing), request, placing.vault)
    if twin is None:
        raise CallInFlight
    return twin


def _give_turn(session: Session, call: NewCall, request: CallRequest, placing: Placing, before: Row) -> None:
    """A place in the office's line, or a slot at the time that was wished for."""
    number, now = _first(request), placing.clock()
    if request.ring_from is not None:
        hours = hours_of(session, call.first.line_id, always_open=not placing.keeps_hours)
        agree_on_slot(session, call, number, request.ring_from, hours)
    elif placing.keeps_hours and is_quiet(now):
        raise QuietHours
    elif not placing.rehearsal:
        wanted = Wanted(number, request.campaign_id, placing.calls_per_second)
        refuse_long_wait(before, wanted, now, keeps_place=request.keeps_place)
        call.waits_for, call.waits_since = number, now
        call.ring_until = rings_until(now, keeps_place=request.keeps_place)
