"""Drafts made from nothing."""

import pytest

from app.campaigns.new.make import make_campaign
from app.campaigns.new.placeholders import first_words
from models import WhomToCall
from tests.world.campaign.campaigns import WHO

SUBJECT = "the Clean Water Act"


@pytest.fixture
def make_draft(session):
    """Makes one at an address."""

    def make(slug="clean-water", rule=WhomToCall.SENATOR):
        return make_campaign(session, slug, first_words("Neighbors", SUBJECT, rule), **WHO)

    return make
