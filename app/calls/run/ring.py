"""Asks the carrier to ring the supporter: claim, commit, ring, remember. Nobody is ever rung twice for one call."""

import time
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.calls.life.changes import apply_news
from app.calls.life.legs import LegNews, lock_call
from app.calls.life.status import move_call
from app.calls.queue.carrier import take_turn
from app.calls.queue.next import (
    claim,
    drop,
    drop_unanswered,
    first_waiting,
    numbers_waited_for,
    pass_over,
    take,
    why_not_ring,
)
from app.campaigns.in_force import campaign_words
from app.clock import Clock, utc_now
from app.config import Settings
from app.guard.phone_vault import PhoneVault
from app.limits.numbers import DO_NOT_CALL, PHONE, must_not_call
from app.store.unit import Unit
from app.telephony.carrier import Carrier, CarrierBusy, CarrierError, CarrierRefused, CarrierUnknown, RingRequest
from app.telephony.voice_urls import VoiceUrls
from models import Call, CalledOffice, CallStatus, EndReason, EventSource, LegStatus, OfficeLine

log = structlog.get_logger()

# The whole call may last as long as its talks, and the words before and after them: seconds.
WORDS_LIMIT = 600
BUSY_PAUSES = (1.0, 3.0, 9.0)


@dataclass(frozen=True)
class Ringing:
    """What ringing needs beside the call."""

    carrier: Carrier
    vault: PhoneVault
    settings: Settings
    voice_urls: Callable[[int], VoiceUrls]
    clock: Clock = utc_now
    sleep: Callable[[float], None] = time.sleep


def ring(work: Unit, call_id: int, ringing: Ringing) -> None:
    """Ring the supporter of this call, or whoever stands before them in the office's line, as far as it has room."""
    call = work.session.execute(select(Call.rehearsal, Call.waits_for).where(Call.id == call_id)).one_or_none()
    if call and call.rehearsal:
        _ring_rehearsal(work, call_id, ringing)
    elif call and call.waits_for:
        ring_line(work, call.waits_for, ringing)


def _ring_rehearsal(work: Unit, call_id: int, ringing: Ringing) -> None:
    """In no office's line, and at any hour."""
    now = ringing.clock()
    why_not = why_not_ring(work.session, call_id, now, keeps_hours=False)
    if why_not:
        drop(work.session, call_id, why_not)
    elif take(work.session, call_id, now):
        _ring_one(work, call_id, ringing)


def ring_waiting(work: Unit, call_id: int, ringing: Ringing) -> None:
    """This call has let go of a line: ring those who wait for one of its offices."""
    numbers = select(OfficeLine.e164).distinct().join(CalledOffice).where(CalledOffice.call_id == call_id)
    waited_for = numbers.where(OfficeLine.e164.in_(numbers_waited_for()))
    for number in work.session.scalars(waited_for).all():
        ring_line(work, number, ringing)


def ring_everybody(work: Unit, ringing: Ringing) -> None:
    """Ring whoever waits, wherever there is room: what a lost job or a line that has rested left."""
    for number in filter(None, work.session.scalars(numbers_waited_for().distinct()).all()):
        ring_line(work, number, ringing)
    drop_unanswered(work, ringing.clock())


def ring_line(work: Unit, number: str, ringing: Ringing) -> None:
    """Ring those who wait for this number, the first first, while it has room; commits what became of each by itself.

    So a failure undoes nothing of those before.
    """
    while (call_id := first_waiting(work.session, number)) is not None:
        now = ringing.clock()
        why_not = why_not_ring(work.session, call_id, now, keeps_hours=not ringing.settings.always_open)
        if why_not:
            pass_over(work.session, call_id, why_not, now)
            work.commit_so_far()
        elif claim(work, call_id, number, now):
            _ring_one(work, call_id, ringing)
        else:
            return


def _ring_one(work: Unit, call_id: int, ringing: Ringing) -> None:
    """Ask the carrier, in its pace; commits before and after, since no transaction is open while we talk to it."""
    session = work.session
    request = _request(session, call_id, ringing)
    if _asked_for_peace(session, call_id, request, ringing):
        move_call(session, call_id, CallStatus.CANCELED, source=EventSource.WORKER, reason=EndReason.REFUSED)
        work.commit_so_far()
        return
    wait = take_turn(session, ringing.settings.calls_per_second)
    work.commit_so_far()
    if wait:
        ringing.sleep(wait)
    try:
        sid = _ring(ringing, request)
    except CarrierUnknown as error:
        # Their phone may be ringing. The first report claims the call; if none comes, reconciliation asks.
        log.warning("carrier_gave_no_answer", call=call_id, code=error.code)
        return
    except CarrierError as error:
        _give_up(session, call_id, error)
        work.commit_so_far()
        return
    was_canceled = _remember(session, call_id, sid)
    work.commit_so_far()
    if was_canceled:
        ringing.carrier.end(sid)


def _asked_for_peace(session: Session, call_id: int, request: RingRequest, ringing: Ringing) -> bool:
    """Whether somebody at this number pressed 9 since the call was agreed on."""
    if session.get_one(Call, call_id).rehearsal:
        return False
    return must_not_call(session, ringing.vault.fingerprint(request.to, purpose=DO_NOT_CALL))


def _request(session: Session, call_id: int, ringing: Ringing) -> RingRequest:
    call = session.get_one(Call, call_id)
    urls = ringing.voice_urls(call_id)
    return RingRequest(
        to=ringing.vault.decrypt(call.phone_encrypted or b"", purpose=PHONE),
        caller_id=campaign_words(session, call.campaign_id, call.campaign_version).phone_number,
        answer_url=urls.first_turn(),
        status_url=urls.status(),
        fallback_url=urls.fallback(),
        ring_limit=ringing.settings.supporter_ring_seconds,
        time_limit=_holders(session, call_id) * ringing.settings.talk_limit_seconds + WORDS_LIMIT,
    )


def _holders(session: Session, call_id: int) -> int:
    """How many office holders the supporter may talk with, one after the other."""
    of_call = select(func.count(CalledOffice.nth.distinct())).where(CalledOffice.call_id == call_id)
    return session.scalar(of_call.where(CalledOffice.office_line_id.is_not(None))) or 1


def _ring(ringing: Ringing, request: RingRequest) -> str:
    """Ask, and ask again only when the carrier says that it took nothing."""
    for pause in BUSY_PAUSES:
        try:
            return ringing.carrier.ring(request)
        except CarrierBusy:
            ringing.sleep(pause)
    return ringing.carrier.ring(request)


def _give_up(session: Session, call_id: int, error: CarrierError) -> None:
    refused = isinstance(error, CarrierRefused)
    reason = EndReason.CARRIER_REFUSED if refused else EndReason.CARRIER_UNREACHABLE
    log.warning("call_not_placed", call=call_id, reason=reason.value, code=error.code)
    move_call(session, call_id, CallStatus.FAILED, source=EventSource.WORKER, reason=reason)


def _remember(session: Session, call_id: int, sid: str) -> bool:
    """Keep by what the carrier knows the ring; returns whether it was canceled on the page while we were asking."""
    lock_call(session, call_id)
    state = apply_news(session, call_id, LegNews(sid, None, LegStatus.QUEUED), source=EventSource.WORKER)
    return state is not None and state.status is CallStatus.CANCELED
