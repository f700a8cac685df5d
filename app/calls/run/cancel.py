"""Ends a call because the supporter asked for it on the page."""

from sqlalchemy import select

from app.calls.later.slots import give_slot_back
from app.calls.life.newest_leg import supporter_sid
from app.calls.life.status import move_call
from app.store.unit import Unit
from app.telephony.carrier import Carrier
from models import Call, CallStatus, EndReason, EventSource

# Once somebody picked up, hanging up is an ending like any other: the carrier reports it as completed.
BEFORE_ANSWER = frozenset({CallStatus.SCHEDULED, CallStatus.REQUESTED, CallStatus.DIALING, CallStatus.RINGING})


def cancel_call(work: Unit, carrier: Carrier, call_id: int) -> None:
    """End the call wherever it is; commits before the carrier is told, since no transaction is open meanwhile.

    A call that is over stays as it is.

    Raises:
        CarrierError: the carrier could not be told; the call goes on.
    """
    session = work.session
    status = session.scalar(select(Call.status).where(Call.id == call_id))
    if status in BEFORE_ANSWER:
        move_call(session, call_id, CallStatus.CANCELED, source=EventSource.PAGE, reason=EndReason.CANCELED_ON_PAGE)
    if status is CallStatus.SCHEDULED:
        give_slot_back(session, call_id)
    sid = session.scalar(supporter_sid(call_id))
    work.commit_so_far()
    if sid:
        carrier.end(sid)
