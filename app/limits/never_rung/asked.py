"""How many people asked for peace: for good, or by a caller ID alone for a day. Which they are nobody can read."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.store.rows import by_name
from models import DoNotCall


@dataclass(frozen=True)
class AskedForPeace:
    """Both apart."""

    for_good: int
    for_a_day: int


def asked_for_peace(session: Session, now: datetime) -> AskedForPeace:
    """Those who have it now."""
    for_good, for_a_day = (DoNotCall.until.is_(None), DoNotCall.until > now)
    counts = (func.count().filter(for_good).label("for_good"), func.count().filter(for_a_day).label("for_a_day"))
    return by_name(AskedForPeace, session.execute(select(*counts).select_from(DoNotCall)).mappings().one())
