"""The clock begins, resumes and ends campaigns, by what is in force and by what was said of a pause."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from app.campaigns.editions.content import When
from app.campaigns.state.by_date import move_by_date, state_by_date
from models import Campaign, CampaignState
from tests.world.campaign.campaigns import prepares_fields, publishes

NOW = datetime(2026, 11, 28, 17, 0, tzinfo=UTC)
BEFORE, LATER = NOW - timedelta(minutes=1), NOW + timedelta(hours=1)
DRAFT, SCHEDULED, LIVE, PAUSED, ENDED = CampaignState


@pytest.fixture
def stands(session, campaign):
    """Lets the campaign stand so, moves by the clock, and gives how it stands then."""

    def stands(state, back_at=None, now=NOW):
        session.execute(update(Campaign).values(state=state, back_at=back_at))
        move_by_date(session, now)
        return session.get_one(Campaign, campaign, populate_existing=True)

    return stands


@pytest.fixture
def dates(session, campaign):
    """Publishes dates."""
    return lambda **when: publishes(session, campaign, {("when", name): at.isoformat() for name, at in when.items()})


@pytest.mark.parametrize("state", CampaignState)
def test_without_a_date_nothing_moves_but_what_waits_for_one(stands, state):
    assert stands(state).state is (LIVE if state is SCHEDULED else state)


@pytest.mark.parametrize(("back_at", "state"), [(BEFORE, LIVE), (NOW, LIVE), (LATER, PAUSED)])
def test_a_pause_is_over_when_it_was_said(stands, back_at, state):
    assert stands(PAUSED, back_at).state is state


@pytest.mark.parametrize(("starts_at", "state"), [(BEFORE, LIVE), (LATER, SCHEDULED)])
def test_what_was_started_begins_at_its_date(stands, dates, starts_at, state):
    dates(starts_at=starts_at)
    assert stands(SCHEDULED, starts_at).state is state


def test_what_waits_for_its_date_goes_by_another_that_was_published_since(stands, dates):
    dates(starts_at=LATER)
    assert stands(SCHEDULED, BEFORE).back_at == LATER


@pytest.mark.parametrize("state", [SCHEDULED, LIVE, PAUSED])
def test_at_its_end_date_it_ends_and_keeps_its_number(stands, dates, state):
    dates(ends_at=NOW)
    ended = stands(state, LATER)
    assert (ended.state, ended.back_at, ended.number_kept_until) == (ENDED, None, date(2027, 1, 27))


def test_a_draft_never_ends(stands, dates):
    dates(ends_at=BEFORE)
    assert stands(DRAFT).state is DRAFT


def test_what_is_prepared_ends_nothing(stands, session, campaign):
    prepares_fields(session, campaign, {("when", "ends_at"): BEFORE.isoformat()})
    assert stands(LIVE).state is LIVE


def test_it_is_told_what_moved(session, campaign, dates):
    dates(ends_at=NOW)
    (moved,) = move_by_date(session, NOW)
    assert (moved.id, moved.subject, moved.before, moved.after) == (campaign, "the Safe Communities Act", LIVE, ENDED)
    assert move_by_date(session, NOW) == []


@pytest.mark.parametrize(("state", "shown"), [(LIVE, ENDED), (PAUSED, ENDED), (DRAFT, DRAFT), (ENDED, ENDED)])
def test_pages_need_not_wait_for_the_clock(state, shown):
    assert state_by_date(state, When(ends_at=NOW), NOW) is shown
    assert state_by_date(state, When(ends_at=LATER), NOW) is state
