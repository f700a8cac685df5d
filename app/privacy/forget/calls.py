"""Forgets calls: what they came to is sealed in the statistics of their day, and stays."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.calls.held import is_held
from app.privacy.forget.along import Along
from app.privacy.forget.times import A_CALL
from models import Call, CalledOffice, CallEvent, CarrierEvent, DialIn, Feedback, Leg

AT_ONCE = 200


def forget_calls(session: Session, now: datetime, along: Along) -> int:
    """Some of those that began so long ago, and whose day is sealed since they were made less exact.

    What a hold keeps stays, whatever it was made before that began.
    """
    is_old = (Call.created_at <= now - A_CALL, Call.is_coarse, ~is_held(Call.campaign_id))
    old = select(Call.created_at, Call.id).where(*is_old, along.follows(Call.created_at, Call.id))
    some = old.order_by(Call.created_at, Call.id).limit(AT_ONCE).with_for_update(skip_locked=True)
    calls = session.execute(some).all()
    if not calls:
        return 0
    along.comes_to((it.created_at, it.id) for it in calls)
    ids = [it.id for it in calls]
    offices = select(CalledOffice.id).where(CalledOffice.call_id.in_(ids))
    session.execute(delete(Feedback).where(Feedback.called_office_id.in_(offices)))
    for of_call in (CarrierEvent, CallEvent, Leg, CalledOffice, DialIn):
        session.execute(delete(of_call).where(of_call.call_id.in_(ids)))
    session.execute(delete(Call).where(Call.id.in_(ids)))  # a consent stays, of no call any more
    return len(ids)
