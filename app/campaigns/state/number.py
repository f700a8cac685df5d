"""The number of a campaign that has ended: it stays with it until a day, and from then on until somebody decides."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session, aliased

from app.campaigns.editions.earlier import IN_FORCE
from app.campaigns.new.make import NO_NUMBER
from app.campaigns.versions import next_version
from app.store.rows import by_name
from models import Campaign, CampaignState, Edition

_ENDED = Campaign.state == CampaignState.ARCHIVED


@dataclass(frozen=True)
class StillKept:
    """A number that was to stay until a day that is past, and is nobody else's."""

    id: int
    subject: str
    phone_number: str
    number_kept_until: date


def keep_number_until(session: Session, campaign_id: int, day: date) -> bool:
    """Let it stay with the ended campaign until then; False if that is so already, or it has not ended."""
    mine = update(Campaign).where(Campaign.id == campaign_id, _ENDED, Campaign.number_kept_until.is_distinct_from(day))
    return session.execute(mine.values(number_kept_until=day).returning(Campaign.id)).first() is not None


def let_number_go(session: Session, campaign_id: int) -> bool:
    """Let the ended campaign have no number any more; False if it has none, or has not ended."""
    mine = update(Campaign).where(Campaign.id == campaign_id, _ENDED, Campaign.phone_number != NO_NUMBER)
    gone = {"phone_number": NO_NUMBER, "number_kept_until": None}
    if session.execute(mine.values(gone).returning(Campaign.id)).first() is None:
        return False
    next_version(session, campaign_id)
    return True


def still_kept(session: Session, today: date) -> list[StillKept]:
    """Of which numbers somebody is to decide."""
    other = aliased(Campaign)
    is_used = exists().where(
        other.phone_number == Campaign.phone_number,
        (other.state != CampaignState.ARCHIVED) | (other.number_kept_until >= today),
    )
    query = (
        select(Campaign.id, Edition.subject, Campaign.phone_number, Campaign.number_kept_until)
        .join(Edition, (Edition.campaign_id == Campaign.id) & IN_FORCE)
        .where(_ENDED, Campaign.phone_number != NO_NUMBER, Campaign.number_kept_until < today, ~is_used)
        .order_by(Campaign.id)
    )
    return [by_name(StillKept, row) for row in session.execute(query).mappings()]
