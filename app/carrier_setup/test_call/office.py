"""The number that stands for the office in a test call: the campaign's own, whose calls come back to this server."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.carrier_setup.test_call.stops import Stop
from models import KindOfTestCall, TestCall

NOT_OLDER_THAN = timedelta(minutes=10)


def calls_itself(caller: str, called: str) -> bool:
    """Whether a number of ours dials itself, as in a test call and never else; not every carrier writes the plus."""
    return bool(called) and caller.removeprefix("+") == called.removeprefix("+")


def dialed_from(session: Session, number: str, now: datetime) -> TestCall | None:
    """The test call that is being connected with this number now."""
    plus = f"+{number.removeprefix('+')}"
    waiting = select(TestCall).where(
        TestCall.kind == KindOfTestCall.TEST,
        TestCall.office_number == plus,
        TestCall.asked_at > now - NOT_OLDER_THAN,
        TestCall.reached[Stop.PRESSED.value].astext.is_not(None),
        TestCall.reached[Stop.ENDED.value].astext.is_(None),
    )
    return session.scalar(waiting.order_by(TestCall.id.desc()).limit(1))
