"""The front page leads to the one campaign there is, and lists several."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from app.campaigns.demo import demo_content
from app.campaigns.editions.begin import live_campaign
from app.campaigns.editions.fields import with_fields
from models import Campaign, CampaignState

NOW = datetime(2026, 11, 23, 17, 0, tzinfo=UTC)
LATER = datetime(2099, 1, 27, 15, 0, tzinfo=UTC)


@pytest.fixture
def another(session, campaign):
    """A second campaign that stands so."""

    def another(state=CampaignState.LIVE, back_at=None, **fields):
        content = with_fields(demo_content(), {("english", "headline"): "Pass <b>paid leave</b>"} | fields)
        made = live_campaign("paid-leave", "+16175550101", content, by="ana", now=NOW)
        made.state, made.back_at = state, back_at
        session.add(made)
        session.commit()

    return another


def test_several_are_listed(client, another):
    another()
    page = client.get("/").text
    assert "/c/safe-communities" in page
    assert "/c/paid-leave" in page
    assert "Pass &lt;b&gt;paid leave&lt;/b&gt;" in page


def test_nothing_is_promised_that_not_every_campaign_does(client, another):
    another()
    page = client.get("/").text
    assert not [word for word in ("representative</h1>", "We ring you") if word in page]


def test_one_that_takes_a_break_is_listed_after_those_that_ring(client, another):
    another(CampaignState.PAUSED, LATER)
    page = client.get("/").text
    assert page.index("/c/safe-communities") < page.index("/c/paid-leave")
    assert "Taking a break; it continues on Tuesday, January 27" in page


def test_one_that_begins_says_when(client, another):
    another(CampaignState.SCHEDULED, LATER)
    assert "Begins on Tuesday, January 27" in client.get("/").text


@pytest.mark.parametrize("state", [CampaignState.DRAFT, CampaignState.ARCHIVED])
def test_what_nobody_can_call_is_not(client, another, state):
    another(state)
    assert client.get("/").location == "/c/safe-communities"


def test_a_headline_is_in_the_readers_language(client, another):
    another()
    assert "Pídale a su representante" in client.get("/", headers={"Accept-Language": "es"}).text


def test_the_only_one_is_led_to_while_it_takes_a_break(client, session, campaign):
    session.execute(update(Campaign).values(state=CampaignState.PAUSED))
    session.commit()
    assert client.get("/").location == "/c/safe-communities"
