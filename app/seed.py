"""Fills an empty database: the offices and the first campaign. What is there already stays."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.demo_campaign import SLUG, demo_campaign
from app.representatives import seed_roster
from models import Campaign


def is_seeded(session: Session) -> bool:
    """Whether the first campaign is there: it is written last."""
    return session.scalar(select(Campaign.id).where(Campaign.slug == SLUG)) is not None


def seed(session: Session) -> None:
    """Write down what is missing."""
    seed_roster(session)
    if not is_seeded(session):
        session.add(demo_campaign())
