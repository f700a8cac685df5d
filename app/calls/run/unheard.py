"""A ring of which nobody heard: the carrier was asked for it, did not say so, and does not know of it minutes later."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.calls.life.carrier_events import REFUSED
from app.calls.life.refusals import keep_refusal
from app.calls.life.status import move_call
from app.calls.queue.carrier import NOTHING
from app.calls.queue.first import handed_over
from app.store.job_queue import defer_until
from app.telephony.faults import fault_of
from models import Call, CallStatus, CarrierEvent, EndReason, EventSource

LOST_AFTER = timedelta(seconds=120)  # a carrier's list of calls may lag; it was asked for twice by then


@dataclass(frozen=True)
class Asked:
    """How often the carrier left it open whether it rings, and since when nothing was heard."""

    times: int
    since: datetime


def ask_again_or_lose(session: Session, call_id: int, now: datetime, *, queue: str) -> None:
    """Ring once more if its supporter still waits to be called; else the call is over, and its page says why.

    That it is asked for once more is kept before it is: whoever is killed then, asks for nothing a third time.
    """
    asked = _asked(session, call_id)
    if now - asked.since < LOST_AFTER:
        return
    ours = handed_over(session, call_id, now)
    if ours and ours.is_wanted and ours.is_live:
        tries = max(asked.times, 1)
        keep_refusal(session, call_id, fault_of(None), now, tries)
        defer_until(session, "ring_again", NOTHING, queue=queue, call_id=call_id, tries=tries)
    else:
        move_call(session, call_id, CallStatus.FAILED, source=EventSource.RECONCILED, reason=EndReason.LOST)


def _asked(session: Session, call_id: int) -> Asked:
    refused = (CarrierEvent.call_id == Call.id, CarrierEvent.kind == REFUSED)
    times = select(func.count()).where(*refused).scalar_subquery()
    last = select(func.max(CarrierEvent.at)).where(*refused).scalar_subquery()
    told = select(times.label("times"), func.greatest(Call.status_since, last).label("since"))
    row = session.execute(told.where(Call.id == call_id)).one()
    return Asked(times=row.times, since=row.since)
