"""The campaign that a page of organizers is about, as it is prepared."""

from http import HTTPStatus

from flask import abort

from app.campaigns.in_force import CampaignWords, prepared_words
from app.store.db import db
from models import Campaign

LARGEST_ID = 2**63 - 1


def found_campaign(campaign_id: int) -> CampaignWords:
    """The words that are prepared; 404 if there is no such campaign."""
    if campaign_id > LARGEST_ID or db.session.get(Campaign, campaign_id, populate_existing=True) is None:
        abort(HTTPStatus.NOT_FOUND)
    return prepared_words(db.session, campaign_id)
