"""The stops of a test call, each ticked off when it is reached, and how it ended."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from sqlalchemy import String, cast, func, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from models import Campaign, KindOfTestCall, LegStatus, TestCall


class Stop(StrEnum):
    """What is to happen, in this order."""

    TAKEN = "taken"
    RINGING = "ringing"
    ANSWERED = "answered"
    PRESSED = "pressed"
    DIALED = "dialed"
    COMES_IN = "comes-in"
    HEARD = "heard"
    ENDED = "ended"


class Ended(StrEnum):
    """What is kept of an end that came too early: of the leg to the organizer's phone."""

    BUSY = "busy"
    NO_ANSWER = "no-answer"
    FAILED = "failed"
    CANCELED = "canceled"


class OfficeEnded(StrEnum):
    """The same of the leg to the number that stands for the office."""

    BUSY = "office-busy"
    NO_ANSWER = "office-no-answer"
    FAILED = "office-failed"
    ELSEWHERE = "office-elsewhere"  # somebody else answered there


What = Stop | Ended | OfficeEnded

OF_LEG: Mapping[LegStatus, Stop | Ended] = {
    LegStatus.RINGING: Stop.RINGING,
    LegStatus.IN_PROGRESS: Stop.ANSWERED,
    LegStatus.COMPLETED: Stop.ENDED,
    LegStatus.BUSY: Ended.BUSY,
    LegStatus.NO_ANSWER: Ended.NO_ANSWER,
    LegStatus.FAILED: Ended.FAILED,
    LegStatus.CANCELED: Ended.CANCELED,
}

# While the office's leg lives; how it ended is told where the call goes on.
OF_OFFICE = dict.fromkeys((LegStatus.INITIATED, LegStatus.RINGING, LegStatus.IN_PROGRESS), Stop.DIALED)
OF_BRIDGE: Mapping[LegStatus, OfficeEnded] = {
    LegStatus.BUSY: OfficeEnded.BUSY,
    LegStatus.NO_ANSWER: OfficeEnded.NO_ANSWER,
    LegStatus.COMPLETED: OfficeEnded.ELSEWHERE,
}


def reach(session: Session, call_id: int, stop: What, now: datetime, **known: str | int | None) -> None:
    """Tick a stop off, and keep what else is known. The carrier may tell twice, in any order: the first time counts."""
    news = func.jsonb_build_object(cast(stop.value, String), cast(now.isoformat(), String), type_=JSONB)
    session.execute(
        update(TestCall)
        .where(TestCall.id == call_id)
        .values(reached=news.op("||", return_type=JSONB)(TestCall.reached), **known)
    )


def went_well(session: Session, campaign: Campaign) -> bool:
    """Whether the recording was heard in some test call, dialed by the number that the campaign has now."""
    heard = select(TestCall.id).where(
        TestCall.campaign_id == campaign.id,
        TestCall.kind == KindOfTestCall.TEST,
        TestCall.office_number == campaign.phone_number,
        TestCall.reached[Stop.HEARD.value].astext.is_not(None),
    )
    return session.scalar(heard.limit(1)) is not None


def newest(session: Session, campaign_id: int, organizer_id: int) -> TestCall | None:
    """The last call to this organizer for this campaign, to speak a code or to test."""
    of_campaign = (TestCall.campaign_id == campaign_id, TestCall.kind != KindOfTestCall.LINE)
    theirs = select(TestCall).where(*of_campaign, TestCall.organizer_id == organizer_id)
    query = theirs.order_by(TestCall.id.desc()).limit(1).execution_options(populate_existing=True)
    return session.scalar(query)
