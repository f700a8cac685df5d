"""Calls of which the carrier did not say whether it took them: their supporters are told so, and not left waiting.

Where it can be asked meanwhile, and knows nothing of a ring, see `unheard.py`.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, DateTime, exists
from sqlalchemy.orm import Session

from app.calls.life.carrier_events import REFUSED
from app.calls.life.status import Move
from app.store.job_queue import defer_until
from app.store.once import param
from models import Call, CallStatus, CarrierEvent, EndReason, EventSource, Leg

ASKED_AFTER = timedelta(seconds=30)  # by then a phone that rings was told of


def is_untold() -> ColumnElement[bool]:
    """Beside a call: whether it was handed to the carrier, whose answer was none, and no leg of it is known."""
    answered_badly = exists().where(CarrierEvent.call_id == Call.id, CarrierEvent.kind == REFUSED)
    return (Call.status == CallStatus.DIALING) & answered_badly & ~exists().where(Leg.call_id == Call.id)


def ask_soon(session: Session, call_id: int, now: datetime, *, queue: str) -> None:
    """Have the carrier asked whether it rings them after all."""
    at = int((now + ASKED_AFTER).timestamp())
    defer_until(session, "reconcile_call", ASKED_AFTER, queue=queue, call_id=call_id, at=at)


def end_untold(session: Session, call_id: int, now: datetime) -> bool:
    """End such a call of a carrier that cannot be asked either; returns whether it was one."""
    why, source = EndReason.CARRIER_UNREACHABLE, EventSource.RECONCILED
    return _ENDED.of(session, call_id, CallStatus.FAILED, source=source, reason=why, until=now - ASKED_AFTER / 2)


_ENDED = Move(is_untold(), Call.status_since <= param("until", DateTime(timezone=True)))
