"""The campaign of the small world."""

from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.demo_campaign import demo_campaign
from models import Campaign

CAMPAIGN_NUMBER = "+16175550100"


def safe_communities() -> Campaign:
    """The demo's own campaign: what a newcomer sees is what the tests run on."""
    return demo_campaign()


def change_campaign(session: Session, **columns: Any) -> None:
    """Make the campaign's next version, as whoever changes anything about it does."""
    session.execute(update(Campaign).values(version=Campaign.version + 1, **columns))
    session.commit()
