"""How many calls of a campaign are open, by how far they are: they keep what they began with."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.store.rows import by_name
from models import Call, CallStatus

_OPEN = (Call.ended_at.is_(None), ~Call.rehearsal)
_ON_THE_PHONE = Call.status.not_in([CallStatus.SCHEDULED, CallStatus.REQUESTED])


@dataclass(frozen=True)
class UnderWay:
    """Supporters who have asked and are not done; rehearsals are nobody."""

    on_the_phone: int
    waiting: int
    booked: int


def calls_under_way(session: Session, campaign_id: int) -> UnderWay:
    """One statement for all three."""
    how_many = func.count(Call.id)
    query = select(
        how_many.filter(_ON_THE_PHONE).label("on_the_phone"),
        how_many.filter(Call.status == CallStatus.REQUESTED).label("waiting"),
        how_many.filter(Call.status == CallStatus.SCHEDULED).label("booked"),
    )
    row = session.execute(query.where(Call.campaign_id == campaign_id, *_OPEN)).mappings().one()
    return by_name(UnderWay, row)
