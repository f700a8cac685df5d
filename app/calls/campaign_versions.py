"""Whatever is changed about a campaign makes its next version: readers keep what they read by (id, version)."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from models import Campaign


class CampaignChangedError(Exception):
    """Somebody else changed the campaign since its page was opened; nothing was written."""


def next_version(session: Session, campaign_id: int, version: int) -> None:
    """Make the campaign's next version, which locks it until the transaction ends.

    Raises:
        CampaignChangedError: somebody else did meanwhile; the transaction is rolled back.
    """
    mine = update(Campaign).where(Campaign.id == campaign_id, Campaign.version == version)
    if session.execute(mine.values(version=version + 1).returning(Campaign.id)).first() is None:
        session.rollback()
        raise CampaignChangedError
