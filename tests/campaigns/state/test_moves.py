"""A campaign starts, takes breaks and ends; no other move is made."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.campaigns.editions.begin import new_campaign
from app.campaigns.editions.content import Content
from app.campaigns.state.moves import Move, move_campaign, start_campaign
from models import Campaign, CampaignState
from tests.world.campaign.campaigns import publishes

NOW = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=2)
DRAFT, SCHEDULED, LIVE, PAUSED, ENDED = CampaignState
MAY = {(SCHEDULED, LIVE), (PAUSED, LIVE), (LIVE, PAUSED), (SCHEDULED, DRAFT)}
MAY |= {(state, ENDED) for state in (SCHEDULED, LIVE, PAUSED)}


@pytest.fixture
def here(session, campaign):
    """The campaign's row as it is now."""
    return lambda: session.get_one(Campaign, campaign, populate_existing=True)


@pytest.mark.parametrize("before", CampaignState)
@pytest.mark.parametrize("after", CampaignState)
def test_only_some_moves_are_made(session, campaign, here, before, after):
    here().state = before
    session.flush()
    assert move_campaign(session, campaign, Move(after)) is ((before, after) in MAY)
    assert here().state is (after if (before, after) in MAY else before)


def test_a_pause_says_until_when_and_what_goes_on_says_nothing(session, campaign, here):
    move_campaign(session, campaign, Move(PAUSED, back_at=LATER))
    assert here().back_at == LATER
    move_campaign(session, campaign, Move(LIVE))
    assert here().back_at is None


def test_the_number_of_one_that_ended_stays_with_it(session, campaign, here):
    move_campaign(session, campaign, Move(ENDED, number_kept_until=date(2027, 1, 27)))
    assert here().number_kept_until == date(2027, 1, 27)


def test_a_draft_starts_at_once(session, campaign, here):
    here().state = DRAFT
    session.flush()
    assert start_campaign(session, campaign, NOW) is LIVE
    assert start_campaign(session, campaign, NOW) is None


@pytest.mark.parametrize(("starts_at", "becomes"), [(LATER, SCHEDULED), (NOW, LIVE)])
def test_a_draft_with_a_date_waits_for_it(session, campaign, here, starts_at, becomes):
    publishes(session, campaign, {("when", "starts_at"): starts_at.isoformat()})
    here().state = DRAFT
    session.flush()
    assert start_campaign(session, campaign, NOW) is becomes
    assert here().back_at == (LATER if becomes is SCHEDULED else None)


def test_what_was_never_published_does_not_start(session):
    draft = new_campaign("new", "+16175550101", Content(), by="ana", now=NOW)
    session.add(draft)
    session.flush()
    assert start_campaign(session, draft.id, NOW) is None
