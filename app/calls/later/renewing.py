"""A call that was agreed on for a later day goes to whoever sits there when that day comes."""

from sqlalchemy import delete, exists, select
from sqlalchemy.orm import Session, aliased

from app.calls.life.giving import give_offices
from app.calls.life.status import move_call
from app.calls.plan import plan_of
from app.calls.whom.sitting_now import planned_anew
from app.campaigns.in_force import campaign_words
from app.representatives import directory
from models import Call, CalledOffice, CallStatus, Campaign, EndReason, EventSource, OfficeHolder

_AGREED = (Call.status == CallStatus.SCHEDULED, Call.ended_at.is_(None))

_THEIRS = aliased(CalledOffice)

# Beside a call: whether somebody whom it was to reach left their seat meanwhile.
SOMEBODY_LEFT = (
    exists()
    .where(_THEIRS.call_id == Call.id, _THEIRS.office_holder_id == OfficeHolder.id, OfficeHolder.valid_to.is_not(None))
    .label("has_left")
)


def renew(session: Session, call_id: int) -> None:
    """Plan it anew; where nobody is left who can be reached, it is not rung."""
    mine = select(Call).where(Call.id == call_id, *_AGREED).with_for_update()
    call = session.scalars(mine.execution_options(populate_existing=True)).one_or_none()
    if call is None:  # another worker was faster, or it was canceled
        return
    newest = session.scalars(select(Campaign.version).where(Campaign.id == call.campaign_id)).one()
    words = campaign_words(session, call.campaign_id, call.campaign_version, newest)
    offices = planned_anew(plan_of(session, call_id), words, directory(session))
    if not offices:
        move_call(session, call_id, CallStatus.CANCELED, source=EventSource.WORKER, reason=EndReason.NOBODY_THERE)
        return
    session.execute(delete(CalledOffice).where(CalledOffice.call_id == call_id))
    give_offices(session, call_id, offices, call.town)
