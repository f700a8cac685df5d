"""Use case of organizers: list the campaigns, each with whom it calls."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.editions.earlier import as_listed
from app.store.rows import by_name
from models import Campaign, CampaignState, Edition


@dataclass(frozen=True)
class CampaignRow:
    """One campaign as organizers list it."""

    id: int
    slug: str
    subject: str
    state: CampaignState
    whom_to_call: str


def all_campaigns(session: Session, theirs: frozenset[int] | None = None) -> list[CampaignRow]:
    """Every campaign, or of these, the newest first."""
    subject = as_listed(Edition.subject, Campaign.id).label("subject")
    rule = as_listed(Edition.content["whom", "rule"].astext, Campaign.id).label("whom_to_call")
    query = select(Campaign.id, Campaign.slug, subject, Campaign.state, rule)
    if theirs is not None:
        query = query.where(Campaign.id.in_(theirs))
    newest_first = session.execute(query.order_by(Campaign.id.desc())).mappings()
    return [by_name(CampaignRow, row) for row in newest_first]
