"""On their own phone, too, supporters call the Governor after their own representative, or without telling a town."""

import re

import pytest

from app.representatives.made.making import make_office
from models import WhomToCall
from tests.world.campaign.campaigns import WHO, change_campaign
from tests.world.database.own_roster import restore_offices
from tests.world.offices import GOVERNOR, LINE, TITLES, governor, made_seats


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture
def campaign_calls(session, settings, campaign):
    """Make the Governor's office, and let the campaign call it by this rule."""

    def campaign_calls(rule):
        geoid = make_office(session, governor(), by=WHO["by"], now=WHO["now"])
        change_campaign(session, whom_to_call=rule, listed=[made_seats(session)[geoid].holder.id])

    yield campaign_calls
    session.rollback()
    restore_offices(settings.database_url)


def test_the_governor_comes_after_ones_own(supporter, campaign_calls, calls):
    campaign_calls(WhomToCall.OWN_THEN_LISTED)
    page = supporter.asks_for_the_number()
    assert f"Next: Governor {GOVERNOR}" in supporter.reads(supporter.tells(page).location)
    text = supporter.reads(page)
    assert f"Call the office of Governor {GOVERNOR}" in text
    assert f'href="tel:{LINE}"' in text
    assert f"Representative {GOVERNOR}" not in text
    supporter.tells(page, "wrote", line="1")
    (call,) = calls()
    assert call.reported_outcome == "contact"


def test_where_everybody_calls_the_same_no_town_is_asked_for(supporter, campaign_calls):
    campaign_calls(WhomToCall.LISTED)
    text = supporter.reads(f"{supporter.asks_for_the_number(town='')}?language=es")
    assert re.search(f"{TITLES['es']} {GOVERNOR}", text, re.IGNORECASE)
