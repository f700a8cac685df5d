"""The stops of a test call, each ticked off when it is reached, and how it ended."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from sqlalchemy import String, cast, func, select, update
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from models import KindOfTestCall, LegStatus, TestCall


class Stop(StrEnum):
    """What is to happen, in this order."""

    TAKEN = "taken"
    RINGING = "ringing"
    ANSWERED = "answered"
    PRESSED = "pressed"
    HEARD = "heard"
    ENDED = "ended"


class Ended(StrEnum):
    """What is kept of an end that came too early."""

    BUSY = "busy"
    NO_ANSWER = "no-answer"
    FAILED = "failed"
    CANCELED = "canceled"


OF_LEG: Mapping[LegStatus, Stop | Ended] = {
    LegStatus.RINGING: Stop.RINGING,
    LegStatus.IN_PROGRESS: Stop.ANSWERED,
    LegStatus.COMPLETED: Stop.ENDED,
    LegStatus.BUSY: Ended.BUSY,
    LegStatus.NO_ANSWER: Ended.NO_ANSWER,
    LegStatus.FAILED: Ended.FAILED,
    LegStatus.CANCELED: Ended.CANCELED,
}


def reach(session: Session, call_id: int, stop: Stop | Ended, now: datetime) -> None:
    """Tick a stop off. The carrier may tell twice, and in any order: the first time counts."""
    news = func.jsonb_build_object(cast(stop.value, String), cast(now.isoformat(), String), type_=JSONB)
    session.execute(
        update(TestCall)
        .where(TestCall.id == call_id)
        .values(reached=news.op("||", return_type=JSONB)(TestCall.reached))
    )


def went_well(session: Session, campaign_id: int) -> bool:
    """Whether some test call of the campaign was heard to its end."""
    heard = select(TestCall.id).where(
        TestCall.campaign_id == campaign_id,
        TestCall.kind == KindOfTestCall.TEST,
        TestCall.reached[Stop.HEARD.value].astext.is_not(None),
    )
    return session.scalar(heard.limit(1)) is not None


def newest(session: Session, campaign_id: int, organizer_id: int) -> TestCall | None:
    """The last call to this organizer for this campaign, to speak a code or to test."""
    theirs = select(TestCall).where(TestCall.campaign_id == campaign_id, TestCall.organizer_id == organizer_id)
    query = theirs.order_by(TestCall.id.desc()).limit(1).execution_options(populate_existing=True)
    return session.scalar(query)
