"""Asks the carrier to ring one phone, and remembers by what it knows that ring; no transaction is open meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from sqlalchemy.orm import Session

from app.calls.cost.at_most import WORDS_LIMIT
from app.calls.life.changes import apply_news, update_call
from app.calls.life.legs import LegNews
from app.calls.life.refusals import why_ended
from app.calls.queue.carrier import NOTHING
from app.calls.queue.first import RING_NEXT, First, handed_over
from app.calls.run.refused import Refusal, go_on, note_refusal
from app.calls.run.untold import ask_soon
from app.campaigns.in_force import campaign_words
from app.clock import Clock, utc_now
from app.config import Settings
from app.guard.phone_vault import PHONE, PhoneVault
from app.limits.numbers import number_of
from app.limits.pausing import Asked
from app.limits.rings.number import give_ring_back
from app.store.job_queue import DEFAULT_QUEUE, defer_one, defer_until
from app.store.unit import Unit
from app.telephony.carrier import Carrier, CarrierBusy, CarrierError, CarrierUnknown, RingRequest
from app.telephony.voice_urls import VoiceUrls
from models import CallStatus, EndReason, EventSource, LegStatus
from voice_flows.known import patience_for

log = structlog.get_logger()

LONGEST_RING = 600  # seconds that a carrier rings a phone
BUSY_PAUSES = tuple(timedelta(seconds=pause) for pause in (1, 3, 9))


@dataclass(frozen=True)
class Ringing:
    """What ringing needs beside the call."""

    carrier: Carrier
    vault: PhoneVault
    settings: Settings
    voice_urls: Callable[[int], VoiceUrls]
    clock: Clock = utc_now
    queue: str = DEFAULT_QUEUE


def dial(work: Unit, call: First, request: RingRequest, ringing: Ringing, tries: int = 0) -> None:
    """Ask the carrier to ring a call that is ours; commits before and after, since that may take long.

    It is asked again, by a job of its own after a pause, only when it says that it took nothing.
    """
    work.commit_so_far()
    try:
        sid = ringing.carrier.ring(request)
    except CarrierError as error:
        _not_taken(work.session, call, error, ringing, tries)
        work.commit_so_far()
        return
    if call.was_refused and not call.rehearsal:
        go_on(work.session, asked_of(call, request, ringing), ringing.clock())
    was_canceled = _remember(work.session, call.id, sid)
    work.commit_so_far()
    log.info("call_placed", call=call.id)
    if was_canceled:
        ringing.carrier.end(sid)


def _not_taken(session: Session, call: First, error: CarrierError, ringing: Ringing, tries: int) -> None:
    """Ask again where that is safe and of any use; else the call ends, unless their phone may be ringing all the same.

    Then the first report claims the call; if none comes, the carrier is soon asked.
    """
    refusal = Refusal(call.id, error.code, ringing.clock(), tries)
    is_paused = note_refusal(session, refusal)
    if is_paused:
        defer_one(session, RING_NEXT, NOTHING, queue=ringing.queue)  # whoever waits is told at once
    if isinstance(error, CarrierUnknown):
        if not call.rehearsal:
            ask_soon(session, call.id, ringing.clock(), queue=ringing.queue)
        return
    if isinstance(error, CarrierBusy) and tries < len(BUSY_PAUSES) and not is_paused:
        pause, more = BUSY_PAUSES[tries], tries + 1
        defer_until(session, "ring_again", pause, queue=ringing.queue, call_id=call.id, tries=more)
        return
    reason = why_ended(refusal.fault)
    log.warning("call_not_placed", call=call.id, reason=reason.value, code=error.code)
    give_ring_back(session, call.id)
    update_call(session, call.id, CallStatus.FAILED, source=EventSource.WORKER, reason=reason)


def ring_again(work: Unit, call_id: int, tries: int, ringing: Ringing) -> None:
    """Ask once more, after so many tries for which the carrier was too busy; unless it was canceled meanwhile.

    The worker may have been away for hours since: what is asked before the first time is asked again.
    """
    now = ringing.clock()
    ours = handed_over(work.session, call_id, now)
    if ours is None:
        return
    phone = number_of(ringing.vault, ours.phone_encrypted)
    why_not = ours.why_not(now, keeps_hours=not ringing.settings.always_open)
    if why_not or phone is None:
        reason = why_not or EndReason.NUMBER_GONE
        update_call(work.session, call_id, CallStatus.FAILED, source=EventSource.WORKER, reason=reason)
    else:
        dial(work, ours, request_to_ring(work.session, ours, phone, ringing), ringing, tries)


def request_to_ring(session: Session, call: First, phone: str, ringing: Ringing) -> RingRequest:
    """What the carrier is asked: the call lasts as long as its talks, and the words before and after them.

    It is rung from the number that the campaign has now, whichever it had when the call was agreed on.
    """
    urls, settings, patience = ringing.voice_urls(call.id), ringing.settings, patience_for(more_time=call.more_time)
    return RingRequest(
        to=phone,
        caller_id=campaign_words(session, call.campaign_id, call.newest_version).phone_number,
        answer_url=urls.first_turn(),
        status_url=urls.status(),
        fallback_url=urls.fallback(),
        ring_limit=min(settings.supporter_ring_seconds * patience, LONGEST_RING),
        time_limit=call.holders * settings.talk_limit_seconds + WORDS_LIMIT * patience,
    )


def asked_of(call: First, request: RingRequest, ringing: Ringing) -> Asked:
    """What the carrier is asked, as refusals are remembered."""
    return Asked(call.campaign_id, ringing.vault.fingerprint(request.to, purpose=PHONE))


def _remember(session: Session, call_id: int, sid: str) -> bool:
    """Keep by what the carrier knows the ring; returns whether it was canceled on the page while we were asking."""
    state = apply_news(session, call_id, LegNews(sid, None, LegStatus.QUEUED), source=EventSource.WORKER)
    return state is not None and state.status is CallStatus.CANCELED
