"""Use case of organizers: say whether a campaign's hotline keeps the numbers of its callers."""

from sqlalchemy import update
from sqlalchemy.orm import Session

from app.campaigns.in_force import CampaignWords
from app.campaigns.versions import next_version
from models import ENDINGS, Call, CallSource, Campaign


def keep_numbers(session: Session, before: CampaignWords, *, keep: bool) -> bool:
    """Let the hotline keep the numbers of its callers, or forget them all; False if it does so already.

    Raises:
        CampaignChangedError: the campaign is no longer as it was in `before`.
    """
    if before.keeps_numbers is keep:
        return False
    next_version(session, before.id, before.version)
    session.execute(update(Campaign).where(Campaign.id == before.id).values(keeps_numbers=keep))
    if not keep:
        _forget_numbers(session, before.id)
    return True


def _forget_numbers(session: Session, campaign_id: int) -> None:
    """Of calls that are over; who is to be rung later is still rung."""
    over = (Call.campaign_id == campaign_id, Call.source == CallSource.HOTLINE, Call.status.in_(ENDINGS))
    session.execute(update(Call).where(*over).values(phone_encrypted=None, phone_hash=None))
