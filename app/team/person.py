"""Somebody who has signed in: their role, and whose campaigns are theirs."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import CampaignMember, Organizer, TeamRole


@dataclass(frozen=True)
class Person:
    """Who asks. `campaigns` are theirs; None is every campaign, which an admin has."""

    id: int
    email: str
    role: TeamRole
    campaigns: frozenset[int] | None

    def may(self, least: TeamRole) -> bool:
        """Whether their role is at least this one."""
        return self.role.may(least)

    def has(self, campaign_id: int) -> bool:
        """Whether this campaign is theirs."""
        return self.campaigns is None or campaign_id in self.campaigns


def person(session: Session, organizer: Organizer) -> Person:
    """The person behind an account. One statement, none for an admin."""
    return Person(organizer.id, organizer.email, organizer.role, _campaigns(session, organizer))


def join_campaign(session: Session, campaign_id: int, organizer_id: int) -> None:
    """Make a campaign theirs: whoever makes or copies one is its member."""
    session.merge(CampaignMember(campaign_id=campaign_id, organizer_id=organizer_id))


def _campaigns(session: Session, organizer: Organizer) -> frozenset[int] | None:
    if organizer.role is TeamRole.ADMIN:
        return None
    theirs = select(CampaignMember.campaign_id).where(CampaignMember.organizer_id == organizer.id)
    return frozenset(session.scalars(theirs))
