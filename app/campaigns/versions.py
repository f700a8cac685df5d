"""Whatever changes in what a campaign says makes its next version: readers keep what they read by (id, version)."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from models import Campaign


class CampaignChangedError(Exception):
    """Somebody else changed the campaign since its page was opened; nothing was written."""


def next_version(session: Session, campaign_id: int, seen: int | None = None) -> int:
    """Make the campaign's next version and tell it, which locks the campaign until the transaction ends.

    Raises:
        CampaignChangedError: the campaign is no longer at the version that was `seen`.
    """
    mine = update(Campaign).where(Campaign.id == campaign_id)
    if seen is not None:
        mine = mine.where(Campaign.version == seen)
    row = session.execute(mine.values(version=Campaign.version + 1).returning(Campaign.version)).one_or_none()
    if row is None:
        raise CampaignChangedError
    return row[0]
