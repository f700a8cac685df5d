"""Ends a call because somebody of the team wants it so: before its phone is picked up, or in the middle of a talk."""

from sqlalchemy import update

from app.calls.life.newest_leg import supporter_sid
from app.calls.life.status import Change, changing, move_call
from app.calls.run.cancel import BEFORE_ANSWER
from app.store.once import Once
from app.store.unit import Unit
from app.telephony.carrier import Carrier, CarrierError
from models import ENDINGS, Call, CallStatus, EndReason, EventSource

_WHY = Change(None, EventSource.TEAM, reason=EndReason.ENDED_BY_TEAM)
_SAY_WHY = Once(changing)  # of a call that goes on for a moment
# A call that was over before its phone was picked up stays so, and keeps why.
_TAKE_BACK = (
    update(Call)
    .where(Call.ended_at.is_(None), Call.end_reason == EndReason.ENDED_BY_TEAM)
    .values(end_reason=None)
    .execution_options(synchronize_session=False)
)


def end_call(work: Unit, carrier: Carrier, call_id: int) -> bool:
    """End it wherever it is, and commits before the carrier is told; whether it was under way.

    No transaction is open meanwhile. Of a call that was picked up the carrier reports the end, as of any other. Why it
    ends is written before the carrier is told, so that it is known whatever becomes of us then; it is taken back where
    the carrier could not be told.

    Raises:
        CarrierError: the carrier could not be told; a call that had been picked up goes on.
    """
    session = work.session
    call = session.get(Call, call_id, populate_existing=True)
    if call is None or call.status in ENDINGS or call.status is CallStatus.SCHEDULED:
        return False
    if call.status not in BEFORE_ANSWER or not move_call(
        session, call_id, CallStatus.CANCELED, source=EventSource.TEAM, reason=EndReason.ENDED_BY_TEAM
    ):
        _SAY_WHY.rows(session, call_id=call_id, **_WHY.values())
    sid = session.scalar(supporter_sid(call_id))
    work.commit_so_far()
    try:
        if sid:
            carrier.end(sid)
    except CarrierError:
        session.execute(_TAKE_BACK.where(Call.id == call_id))
        work.commit_so_far()
        raise
    return True
