"""The number of an ended campaign stays with it until somebody decides, whatever day was given."""

from datetime import date, timedelta

import pytest
from sqlalchemy import update

from app.campaigns.state.number import keep_number_until, let_number_go, still_kept
from models import Campaign, CampaignState
from tests.world.campaign.campaigns import CAMPAIGN_NUMBER

TODAY = date(2026, 11, 28)
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


@pytest.fixture
def ended(session, campaign):
    """Ends it, with its number kept until a day."""

    def ended(until, state=CampaignState.ARCHIVED):
        session.execute(update(Campaign).values(state=state, number_kept_until=until))

    return ended


@pytest.fixture
def another(session, campaign):
    """Another campaign with the same number."""

    def another(**columns):
        session.add(Campaign(slug="another", phone_number=CAMPAIGN_NUMBER, **columns))
        session.flush()

    return another


def test_from_the_day_after_on_somebody_is_to_decide(session, campaign, ended):
    ended(YESTERDAY)
    (one,) = still_kept(session, TODAY)
    assert (one.id, one.subject) == (campaign, "the Safe Communities Act")
    assert (one.phone_number, one.number_kept_until) == (CAMPAIGN_NUMBER, YESTERDAY)


@pytest.mark.parametrize("until", [TODAY, TOMORROW, None])
def test_until_then_nobody_has_to(session, ended, until):
    ended(until)
    assert still_kept(session, TODAY) == []


@pytest.mark.parametrize(
    "columns",
    [{"state": CampaignState.LIVE}, {"state": CampaignState.ARCHIVED, "number_kept_until": TOMORROW}],
)
def test_a_number_that_another_campaign_has_needs_no_decision(session, ended, another, columns):
    ended(YESTERDAY)
    another(**columns)
    assert still_kept(session, TODAY) == []


def test_it_is_kept_longer_or_let_go_once(session, campaign, ended):
    ended(YESTERDAY)
    assert [keep_number_until(session, campaign, TOMORROW) for _ in range(2)] == [True, False]
    assert [let_number_go(session, campaign) for _ in range(2)] == [True, False]
    here = session.get_one(Campaign, campaign, populate_existing=True)
    assert (here.phone_number, here.number_kept_until) == ("", None)


def test_a_campaign_that_has_not_ended_keeps_its_number(session, campaign, ended):
    ended(None, CampaignState.PAUSED)
    assert not let_number_go(session, campaign)
    assert not keep_number_until(session, campaign, TOMORROW)
