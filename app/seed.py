"""Fills an empty database: the offices and the demo's campaigns. What is there already stays."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.demo import demo_campaign, second_campaign
from app.demo_campaign import SLUG
from app.representatives import seed_roster
from models import Campaign


def is_seeded(session: Session) -> bool:
    """Whether the first campaign is there: it is written last."""
    return session.scalar(select(Campaign.id).where(Campaign.slug == SLUG)) is not None


def seed(session: Session, now: datetime) -> None:
    """Write down what is missing."""
    seed_roster(session)
    if not is_seeded(session):
        session.add(second_campaign(now))
        session.flush()
        session.add(demo_campaign(now))
