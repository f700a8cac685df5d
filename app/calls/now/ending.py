"""Ends a call because somebody of the team wants it so: before its phone is picked up, or in the middle of a talk."""

from app.calls.life.newest_leg import supporter_sid
from app.calls.life.status import Change, changing, move_call
from app.calls.run.cancel import BEFORE_ANSWER
from app.store.once import Once
from app.store.unit import Unit
from app.telephony.carrier import Carrier
from models import ENDINGS, Call, CallStatus, EndReason, EventSource

_WHY = Change(None, EventSource.TEAM, reason=EndReason.ENDED_BY_TEAM)
_SAY_WHY = Once(changing())  # of a call that goes on for a moment, or is over already


def end_call(work: Unit, carrier: Carrier, call_id: int) -> bool:
    """End it wherever it is, and commits before the carrier is told; whether it was under way.

    No transaction is open meanwhile. Of a call that was picked up the carrier
    reports the end, as of any other; why it ended is written once the carrier was told.

    Raises:
        CarrierError: the carrier could not be told; a call that had been picked up goes on.
    """
    session = work.session
    call = session.get(Call, call_id, populate_existing=True)
    if call is None or call.status in ENDINGS or call.status is CallStatus.SCHEDULED:
        return False
    if call.status in BEFORE_ANSWER:
        move_call(session, call_id, CallStatus.CANCELED, source=EventSource.TEAM, reason=EndReason.ENDED_BY_TEAM)
    sid = session.scalar(supporter_sid(call_id))
    work.commit_so_far()
    if sid:
        carrier.end(sid)
    _SAY_WHY.rows(session, call_id=call_id, **_WHY.values())
    return True
