"""The campaign that a page of organizers is about, as it is now."""

from http import HTTPStatus

from flask import abort

from app.campaigns.in_force import CampaignWords, campaign_words
from app.store.db import db
from models import Campaign

LARGEST_ID = 2**63 - 1


def found_campaign(campaign_id: int) -> CampaignWords:
    """Its words; 404 if there is none."""
    campaign = db.session.get(Campaign, campaign_id, populate_existing=True) if campaign_id <= LARGEST_ID else None
    if campaign is None:
        abort(HTTPStatus.NOT_FOUND)
    return campaign_words(db.session, campaign.id, campaign.version)
