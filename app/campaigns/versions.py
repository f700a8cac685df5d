"""Whatever is changed about a campaign makes its next version: readers keep what they read by (id, version)."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from models import Campaign, CampaignChange


class CampaignChangedError(Exception):
    """Somebody else changed the campaign since its page was opened; nothing was written."""


def next_version(session: Session, campaign_id: int, version: int) -> None:
    """Make the campaign's next version, which locks it until the transaction ends.

    Raises:
        CampaignChangedError: somebody else did meanwhile.
    """
    mine = update(Campaign).where(Campaign.id == campaign_id, Campaign.version == version)
    if session.execute(mine.values(version=version + 1).returning(Campaign.id)).first() is None:
        raise CampaignChangedError


def keep_change(
    session: Session, campaign_id: int, about: str, before: Mapping[str, object], *, by: str, now: datetime
) -> None:
    """Keep what stood there before a change, for whoever undoes it."""
    kept = CampaignChange(campaign_id=campaign_id, about=about, changed_at=now, changed_by=by, before=dict(before))
    session.add(kept)


def last_change(session: Session, campaign_id: int, about: str) -> CampaignChange | None:
    """The newest change of this, which an undo takes back."""
    newest = select(CampaignChange).where(CampaignChange.campaign_id == campaign_id, CampaignChange.about == about)
    return session.scalars(newest.order_by(CampaignChange.id.desc()).limit(1)).one_or_none()
