"""The edition that is prepared: there is always one, and nobody outside sees it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.editions.content import Content, read_content
from models import Campaign, Edition


@dataclass(frozen=True)
class Prepared:
    """What is prepared, and who saved it last."""

    id: int
    campaign_id: int
    revision: int
    content: Content
    saved_at: datetime
    saved_by: str


def prepared_edition(session: Session, campaign_id: int, *, lock: bool = False) -> Prepared:
    """What is prepared for this campaign now; nobody else saves or publishes until a `lock` ends with its transaction.

    The campaign is locked, in a statement before: what is prepared becomes another row when it is published.

    Raises:
        NoResultFound: there is no such campaign.
    """
    if lock:
        session.execute(select(Campaign.id).where(Campaign.id == campaign_id).with_for_update(key_share=True))
    which = select(Edition).where(Edition.campaign_id == campaign_id, Edition.published_at.is_(None))
    row = session.scalars(which.execution_options(populate_existing=True)).one()
    return Prepared(row.id, campaign_id, row.revision, read_content(row.content), row.saved_at, row.saved_by)
