"""Of the calls agreed on for a day of action: how many are to be rung when it is not the wave of their office."""

from datetime import datetime, time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.campaigns.action.day import ActionDay
from app.clock import EASTERN, end_of_day
from models import Call, CalledOffice, CallStatus


def agreed_outside(session: Session, campaign_id: int, day: ActionDay) -> int:
    """They move to the wave once they are due. Read are those that are agreed on for that day, and no others."""
    begins = datetime.combine(day.day, time(), EASTERN)
    agreed = (Call.status == CallStatus.SCHEDULED, Call.ended_at.is_(None), ~Call.rehearsal)
    that_day = (Call.ring_at >= begins, Call.ring_at < end_of_day(begins), Call.campaign_id == campaign_id)
    together = (CalledOffice.district_geoid, Call.ring_at)
    rows = session.execute(
        select(*together, func.count().label("calls"))
        .join(CalledOffice, (CalledOffice.call_id == Call.id) & (CalledOffice.rank == Call.office_at))
        .where(*agreed, *that_day)
        .group_by(*together)
    )
    return sum(row.calls for row in rows if row.ring_at and not day.is_called(row.district_geoid, row.ring_at))
