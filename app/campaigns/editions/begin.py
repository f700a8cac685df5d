"""A new campaign: nothing but a prepared edition, or one that is in force at once."""

from datetime import datetime

from app.campaigns.editions.content import Content, as_document
from models import Campaign, CampaignState, Edition


def new_campaign(slug: str, phone_number: str, content: Content, *, by: str, now: datetime) -> Campaign:
    """A draft of which this is prepared."""
    prepared = Edition(content=as_document(content), saved_by=by, saved_at=now)
    return Campaign(slug=slug, phone_number=phone_number, state=CampaignState.DRAFT, editions=[prepared])


def live_campaign(slug: str, phone_number: str, content: Content, *, by: str, now: datetime) -> Campaign:
    """A live campaign that says this."""
    campaign = new_campaign(slug, phone_number, content, by=by, now=now)
    (prepared,) = campaign.editions
    first = Edition(content=as_document(content), saved_by=by, saved_at=now)
    first.version, first.published_at, first.published_by = 1, now, by
    prepared.based_on = first
    campaign.editions.append(first)
    campaign.state = CampaignState.LIVE
    return campaign
