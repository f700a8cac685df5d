"""Asks the carrier to ring the supporter: claim, commit, ring, remember. Nobody is ever rung twice for one call."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import structlog
from sqlalchemy import ColumnElement, exists, func, select, update
from sqlalchemy.orm import Session

from app.calls.campaigns import campaign_words
from app.calls.legs import LegNews, apply_news, lock_call
from app.calls.move import move_call
from app.calls.place import PHONE
from app.config import Settings
from app.phone_vault import PhoneVault
from app.telephony.carrier import Carrier, CarrierBusy, CarrierError, CarrierRefused, CarrierUnknown, RingRequest
from app.telephony.voice_urls import VoiceUrls
from models import Call, CalledOffice, CallStatus, Campaign, CampaignState, EndReason, LegStatus

log = structlog.get_logger()

# The whole call may last as long as its talks, and the words before and after them: seconds.
WORDS_LIMIT = 600
BUSY_PAUSES = (1.0, 3.0, 9.0)
WAITS_AT_MOST = timedelta(minutes=15)


@dataclass(frozen=True)
class Ringing:
    """What ringing needs beside the call."""

    carrier: Carrier
    vault: PhoneVault
    settings: Settings
    voice_urls: Callable[[int], VoiceUrls]
    sleep: Callable[[float], None] = time.sleep


def ring(session: Session, call_id: int, ringing: Ringing) -> None:
    """Ring the supporter of this call, if it still waits for that and its campaign is live."""
    if not _claim(session, call_id):
        _drop(session, call_id)
        return
    request = _request(session, call_id, ringing)
    session.rollback()  # no transaction stays open while we talk to the carrier
    try:
        sid = _ring(ringing, request)
    except CarrierUnknown as error:
        # Their phone may be ringing. The first report claims the call; if none comes, reconciliation asks.
        log.warning("carrier_gave_no_answer", call=call_id, code=error.code)
    except CarrierError as error:
        _give_up(session, call_id, error)
    else:
        _remember(session, call_id, sid, ringing.carrier)


def _claim(session: Session, call_id: int) -> bool:
    live = exists().where(Campaign.id == Call.campaign_id, Campaign.state == CampaignState.LIVE)
    mine = (
        update(Call)
        .where(Call.id == call_id, Call.status == CallStatus.REQUESTED, live, _still_wanted())
        .values(status=CallStatus.DIALING, status_since=func.now())
        .returning(Call.id)
    )
    claimed = session.execute(mine).first() is not None
    session.commit()
    return claimed


def _still_wanted() -> ColumnElement[bool]:
    """A supporter agreed to be called now, not whenever a worker comes back."""
    return Call.created_at > func.now() - WAITS_AT_MOST


def _drop(session: Session, call_id: int) -> None:
    """The campaign was paused while this call waited, or it waited for too long."""
    waiting = select(_still_wanted()).where(Call.id == call_id, Call.status == CallStatus.REQUESTED)
    wanted = session.scalar(waiting)
    if wanted is not None:
        reason = EndReason.CAMPAIGN_NOT_LIVE if wanted else EndReason.WAITED_TOO_LONG
        move_call(session, call_id, CallStatus.CANCELED, reason=reason)
    session.commit()


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
    move_call(session, call_id, CallStatus.FAILED, reason=reason)
    session.commit()


def _remember(session: Session, call_id: int, sid: str, carrier: Carrier) -> None:
    lock_call(session, call_id)
    state = apply_news(session, call_id, LegNews(sid, None, LegStatus.QUEUED))
    session.commit()
    if state and state.status is CallStatus.CANCELED:
        carrier.end(sid)  # canceled on the page while we were asking
