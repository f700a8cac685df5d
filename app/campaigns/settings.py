"""Use case of organizers: say what a campaign's number is for."""

from dataclasses import dataclass

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.campaigns.in_force import CampaignWords
from app.campaigns.versions import next_version
from models import Campaign


@dataclass(frozen=True)
class NumberUse:
    """Whether whoever dials the number is connected, and whom an office reaches."""

    serves_hotline: bool
    office_contact: str

    @classmethod
    def of(cls, words: CampaignWords) -> "NumberUse":
        """How it is."""
        return cls(words.serves_hotline, words.office_contact)


def use_number(session: Session, before: CampaignWords, use: NumberUse) -> bool:
    """Let the number be used so; False if it is so already.

    Raises:
        CampaignChangedError: the campaign is no longer as it was in `before`.
    """
    if NumberUse.of(before) == use:
        return False
    next_version(session, before.id, before.version)
    session.execute(update(Campaign).where(Campaign.id == before.id).values(**vars(use)))
    return True
