"""How many calls of a campaign are under way or agreed on: they keep what they began with."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models import Call


def calls_under_way(session: Session, campaign_id: int) -> int:
    """Supporters who have asked and are not done; rehearsals are nobody."""
    open_ones = (Call.ended_at.is_(None), Call.campaign_id == campaign_id, ~Call.rehearsal)
    return session.scalar(select(func.count(Call.id)).where(*open_ones)) or 0
