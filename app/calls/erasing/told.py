"""What of the carrier's records is still there, for whoever looks after the carrier."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from app.store.rows import by_name
from models import CarrierRecord, WhyKept


@dataclass(frozen=True)
class StillThere:
    """So many records for one reason, since then at the longest; of how many it is `given_up`. None: not asked yet."""

    why: WhyKept | None
    code: int | None
    how_many: int
    given_up: int
    since: datetime


def still_there(session: Session) -> Sequence[StillThere]:
    """By reason; the most first."""
    counted = func.count().label("how_many")
    given_up = func.count().filter(CarrierRecord.due_at.is_(None)).label("given_up")
    by, since = (CarrierRecord.why, CarrierRecord.code), func.min(CarrierRecord.since).label("since")
    told = select(*by, counted, given_up, since).group_by(*by).order_by(counted.desc())
    rows = session.execute(told).mappings()
    return [by_name(StillThere, row) for row in rows]


def ask_again(session: Session, now: datetime) -> int:
    """Whatever stood in the way is gone: ask for all of them anew; returns for how many."""
    anew = update(CarrierRecord).where(CarrierRecord.why.is_not(None)).values(due_at=now, tries=0)
    return len(session.execute(anew.returning(CarrierRecord.sid)).all())
