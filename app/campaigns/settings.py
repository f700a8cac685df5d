"""Use case of organizers: say what a campaign's number is for, and whether its hotline keeps callers' numbers."""

from dataclasses import dataclass

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.campaigns.in_force import CampaignWords
from app.campaigns.versions import next_version
from models import ENDINGS, Call, CallSource, Campaign


@dataclass(frozen=True)
class NumberUse:
    """Whether whoever dials the number is connected, whether their numbers are kept, and whom an office reaches."""

    serves_hotline: bool
    keeps_numbers: bool
    office_contact: str

    @classmethod
    def of(cls, words: CampaignWords) -> "NumberUse":
        """How it is."""
        return cls(words.serves_hotline, words.keeps_numbers, words.office_contact)


def use_number(session: Session, before: CampaignWords, use: NumberUse) -> bool:
    """Let the number be used so, and forget all numbers of callers that are not to be kept; False if it is so already.

    Raises:
        CampaignChangedError: the campaign is no longer as it was in `before`.
    """
    if NumberUse.of(before) == use:
        return False
    next_version(session, before.id, before.version)
    session.execute(update(Campaign).where(Campaign.id == before.id).values(**vars(use)))
    if not use.keeps_numbers:
        _forget_numbers(session, before.id)
    return True


def _forget_numbers(session: Session, campaign_id: int) -> None:
    """Of calls that are over; who is to be rung later is still rung."""
    over = (Call.campaign_id == campaign_id, Call.source == CallSource.HOTLINE, Call.status.in_(ENDINGS))
    session.execute(update(Call).where(*over).values(phone_encrypted=None, phone_hash=None))
