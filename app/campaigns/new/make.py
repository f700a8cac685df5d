"""Use cases of organizers: make a campaign from nothing, or from what another one says."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.campaigns.editions.begin import new_campaign
from app.campaigns.editions.content import Content, When
from app.campaigns.new.slugs import SlugTakenError, free_slug
from app.campaigns.versions import next_version
from app.store.unit import undone_by
from models import Campaign, CampaignState

NO_NUMBER = ""


def make_campaign(session: Session, slug: str, content: Content, *, by: str, now: datetime) -> int:
    """A draft at this address, of which that is prepared. It has no number yet: one is chosen for it.

    Raises:
        SlugTakenError: the address is not free.
    """
    if (free := free_slug(session, slug)) != slug:
        raise SlugTakenError(free)
    campaign = new_campaign(slug, NO_NUMBER, content, by=by, now=now)
    with undone_by(IntegrityError, session):  # somebody else had the same thought in the same moment
        session.add(campaign)
        session.flush()
    if campaign.id is None:
        raise SlugTakenError(free_slug(session, slug))
    return campaign.id


def move_draft(session: Session, campaign_id: int, slug: str) -> bool:
    """Give a draft another address; False if it has it already, or is no draft: links to others are out in the world.

    Raises:
        SlugTakenError: the address is not free.
    """
    draft = session.get_one(Campaign, campaign_id, populate_existing=True)
    if draft.slug == slug or draft.state is not CampaignState.DRAFT:
        return False
    if (free := free_slug(session, slug)) != slug:
        raise SlugTakenError(free)
    next_version(session, campaign_id)
    with undone_by(IntegrityError, session):
        draft.slug = slug
        session.flush()
        return True
    raise SlugTakenError(free_slug(session, slug))


def as_copied(content: Content) -> Content:
    """What a copy begins from: all but the dates, or it would be over before it began, and what came of the other."""
    return replace(content, when=When(), results=None)


def last_group(session: Session) -> str:
    """Who asked last: as a rule it is who asks next."""
    query = select(Campaign).order_by(Campaign.id.desc()).limit(1)
    newest = session.scalar(query)
    group = newest.editions[-1].content.get("group", "") if newest else ""
    return str(group)
