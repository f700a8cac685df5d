"""On a day of action: whose office is not called at this hour, of those who wait in a line to be rung."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.hours.action_days import days_at, today
from app.calls.queue.first import First, waits
from app.clock import eastern_day
from models import ActionDay, Call, CalledOffice, Campaign


def is_out_of_wave(session: Session, first: First, now: datetime) -> bool:
    """Whether its office is not called at this hour; a rehearsal's is always."""
    day = today(days_at(session, first.campaign_id, first.newest_version), now)
    return bool(day and first.geoid and not first.rehearsal and not day.is_called(first.geoid, now))


def out_of_wave(session: Session, now: datetime) -> Sequence[int]:
    """All such calls: none is read unless it is a day of action, and then those alone that wait to be rung."""
    that_day = (ActionDay.day == eastern_day(now), ActionDay.canceled_at.is_(None))
    acting = session.scalars(select(ActionDay.campaign_id).where(*that_day)).all()
    if not acting:
        return []
    waiting = (
        select(Call.id, Call.campaign_id, Campaign.version, CalledOffice.district_geoid)
        .join(Campaign, Campaign.id == Call.campaign_id)
        .join(CalledOffice, (CalledOffice.call_id == Call.id) & (CalledOffice.rank == Call.office_at))
        .where(waits(Call), ~Call.rehearsal, Call.campaign_id.in_(acting))
        .order_by(Call.waits_since, Call.id)
    )
    rows = session.execute(waiting).all()
    days = {row.campaign_id: today(days_at(session, row.campaign_id, row.version), now) for row in rows}
    return [row.id for row in rows if (day := days[row.campaign_id]) and not day.is_called(row.district_geoid, now)]
