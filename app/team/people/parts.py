"""Somebody's part in the team: their role, and the campaigns that are theirs."""

from dataclasses import dataclass

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from app.campaigns.editions.earlier import as_listed
from models import Campaign, CampaignMember, Edition, TeamRole


@dataclass(frozen=True)
class Part:
    """An admin needs no campaign: every one is theirs."""

    role: TeamRole
    campaigns: frozenset[int] = frozenset()

    def of_role(self) -> "Part":
        """The same without what the role has no need of."""
        return Part(self.role) if self.role is TeamRole.ADMIN else self


def as_told(session: Session, part: Part) -> dict[str, object]:
    """A part as the audit log tells it, by what campaigns are called."""
    if part.role is TeamRole.ADMIN:
        return {"role": part.role, "campaigns": "all"}
    subject = as_listed(Edition.subject, Campaign.id)
    subjects = session.scalars(select(subject).where(Campaign.id.in_(part.campaigns)).order_by(Campaign.id))
    return {"role": part.role, "campaigns": list(subjects)}


def put_in_campaigns(session: Session, organizer_id: int, campaigns: frozenset[int]) -> None:
    """Let these be theirs, and no other. One that is gone is none."""
    theirs = CampaignMember.organizer_id == organizer_id
    session.execute(delete(CampaignMember).where(theirs, CampaignMember.campaign_id.not_in(campaigns)))
    had = select(CampaignMember.campaign_id).where(theirs)
    more = select(Campaign.id).where(Campaign.id.in_(campaigns), Campaign.id.not_in(had))
    rows = [{"campaign_id": campaign_id, "organizer_id": organizer_id} for campaign_id in session.scalars(more)]
    if rows:
        session.execute(insert(CampaignMember), rows)
