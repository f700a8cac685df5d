"""Counts why numbers were not rung, for organizers: those who typed them are told the same in any case."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.store.rows import by_name
from models import Campaign, NotRung

TOLD_FOR = timedelta(days=7)


@dataclass(frozen=True)
class WhyNotRung:
    """A reason, and how often that was so for a campaign within the last days."""

    slug: str
    why: str
    how_often: int


def count_not_rung(session: Session, campaign_id: int, why: str, now: datetime) -> None:
    """Once more for this reason today."""
    first = insert(NotRung).values(campaign_id=campaign_id, day=eastern_day(now), why=why)
    key = [NotRung.campaign_id, NotRung.day, NotRung.why]
    session.execute(first.on_conflict_do_update(index_elements=key, set_={"how_often": NotRung.how_often + 1}))


def lately_not_rung(session: Session, now: datetime) -> Sequence[WhyNotRung]:
    """Of all campaigns, the most frequent reasons first."""
    how_often = func.sum(NotRung.how_often)
    told = select(Campaign.slug, NotRung.why, how_often.label("how_often")).join(Campaign)
    lately = told.where(NotRung.day > eastern_day(now - TOLD_FOR)).group_by(Campaign.slug, NotRung.why)
    rows = session.execute(lately.order_by(how_often.desc(), Campaign.slug, NotRung.why)).mappings()
    return [by_name(WhyNotRung, row) for row in rows]


def forget_not_rung(session: Session, now: datetime) -> None:
    """Delete what is told no more."""
    session.execute(delete(NotRung).where(NotRung.day <= eastern_day(now - TOLD_FOR)))
