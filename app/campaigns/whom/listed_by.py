"""Which campaigns have an office on their list, so that nobody takes it away from under them."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.editions.earlier import as_listed
from models import Campaign, CampaignState, Edition


def listed_by(session: Session, holder_id: int) -> Mapping[int, str]:
    """The campaigns by their ids, unless they are over: what is prepared counts beside what is in force."""
    on_list = Edition.content["whom", "listed"].contains([holder_id]) & Edition.replaced_at.is_(None)
    subject = as_listed(Edition.subject, Campaign.id).label("subject")
    theirs = select(Campaign.id, subject).where(Campaign.state != CampaignState.ARCHIVED)
    listing = select(Edition.campaign_id).where(on_list)
    rows = session.execute(theirs.where(Campaign.id.in_(listing)).order_by(Campaign.id))
    return {row.id: row.subject for row in rows}
