"""Rings an organizer's own phone: writes the call down, commits, asks the carrier, and keeps what it said."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy.orm import Session

from app.carrier_setup.looked import Looked
from app.carrier_setup.test_call.stops import Ended, Stop, reach
from app.guard.tokens import Tokens
from app.store.unit import Unit
from app.telephony.carrier import Carrier, CarrierError, CarrierUnknown, RingRequest
from models import KindOfTestCall, TestCall

PURPOSE = "test-call"
RING_SECONDS = 30
LONGEST_SECONDS = 180


@dataclass(frozen=True)
class Asked:
    """Who is rung, for what, and with which number to be seen; `office` is dialed in an office's place, if any is.

    Where a new line is tried that is the line itself, with its `extension`, of the office of `holder_id`.
    """

    kind: KindOfTestCall
    organizer_id: int
    campaign_id: int | None
    to: str
    caller_id: str
    office: str = ""
    extension: str = ""
    holder_id: int | None = None


def ring_own_phone(work: Unit, carrier: Carrier, asked: Asked, urls: "TestUrls", now: datetime) -> int:
    """Ring it; returns the call. Commits before the carrier is asked; what it answers is told on the page."""
    call = TestCall(
        kind=asked.kind,
        organizer_id=asked.organizer_id,
        campaign_id=asked.campaign_id,
        caller_id=asked.caller_id,
        office_number=asked.office,
        extension=asked.extension,
        holder_id=asked.holder_id,
        asked_at=now,
    )
    work.session.add(call)
    work.session.flush()
    call_id = call.id
    work.commit_so_far()
    _ask(work.session, carrier, urls.request(call_id, asked), call_id, now)
    return call_id


class OfCampaign(Protocol):
    """What is known of the campaign for which it is."""

    @property
    def id(self) -> int:
        """Which it is."""

    @property
    def phone_number(self) -> str:
        """Its number, empty where it has none."""


def asked_of(kind: KindOfTestCall, organizer_id: int, campaign: OfCampaign, phone: str, looked: Looked | None) -> Asked:
    """A call to this phone. To speak a code no office is dialed, nor where the campaign has no number."""
    number = campaign.phone_number
    office = number if kind is KindOfTestCall.TEST else ""
    return Asked(kind, organizer_id, campaign.id, phone, number_shown(number, looked, phone), office)


def number_shown(number: str, looked: Looked | None, own_phone: str) -> str:
    """What they see: the campaign's number, without one any of the account's; on a trial their verified own."""
    if number:
        return number
    mine = [one.e164 for one in (looked.numbers or () if looked else ()) if one.has_voice]
    return mine[0] if mine else own_phone


def _ask(session: Session, carrier: Carrier, request: RingRequest, call_id: int, now: datetime) -> None:
    try:
        sid = carrier.ring(request)
    except CarrierUnknown:
        return  # it may ring all the same: the first report tells
    except CarrierError as error:
        reach(session, call_id, Ended.FAILED, now, error_code=error.code or 0)
    else:
        reach(session, call_id, Stop.TAKEN, now, leg_sid=sid)


@dataclass(frozen=True)
class TestUrls:
    """Where the carrier asks and tells about test calls."""

    __test__ = False  # pytest would take it for one of its own

    base_url: str
    tokens: Tokens

    def at(self, call_id: int, what: str) -> str:
        """One of them."""
        return f"{self.base_url}/voice/test/{self.tokens.sign(PURPOSE, call_id)}/{what}"

    def request(self, call_id: int, asked: Asked) -> RingRequest:
        """What the carrier is asked."""
        return RingRequest(
            to=asked.to,
            caller_id=asked.caller_id,
            answer_url=self.at(call_id, "answered"),
            status_url=self.at(call_id, "status"),
            fallback_url=self.at(call_id, "fallback"),
            ring_limit=RING_SECONDS,
            time_limit=LONGEST_SECONDS,
        )
