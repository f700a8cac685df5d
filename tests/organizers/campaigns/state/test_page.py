"""Organizers start a campaign once its checklist is settled, pause it, let it go on, and end it."""

from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from sqlalchemy import update

from app.campaigns.state.points import Point
from models import Campaign, CampaignState
from tests.organizers.conftest import CSRF
from tests.world.campaign.campaigns import publishes


@pytest.fixture
def at(campaign):
    return f"/organizers/campaigns/{campaign}/state"


@pytest.fixture
def sends(signed_in, at, session):
    """Sends a form of the page; gives its answer."""

    def sends(path="", **typed):
        answer = signed_in.sends(f"{at}{path}", csrf_token=CSRF.search(signed_in.reads(at))[1], **typed)
        session.rollback()
        return answer

    return sends


@pytest.fixture
def told(sends):
    """What was told after a redirect."""
    return lambda path="", **typed: sends(path, **typed).location.partition("done=")[2]


@pytest.fixture
def now(session, campaign):
    return lambda: session.get_one(Campaign, campaign, populate_existing=True)


@pytest.fixture
def draft(session, campaign):
    session.execute(update(Campaign).values(state=CampaignState.DRAFT))
    session.commit()


def typed(moment):
    return f"{moment:%Y-%m-%dT%H:%M}"


TOMORROW = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=1)


def test_a_campaign_is_paused_and_goes_on(told, now):
    assert (told(state="paused"), now().state) == ("paused", CampaignState.PAUSED)
    assert (told(state="paused"), now().state) == ("same", CampaignState.PAUSED)
    assert (told(state="live"), now().state) == ("live", CampaignState.LIVE)


@pytest.mark.parametrize("state", ["draft", "scheduled", "", "PAUSED", "<b>"])
def test_no_other_move_is_made(told, now, state):
    assert (told(state=state), now().state) == ("same", CampaignState.LIVE)


def test_one_whose_date_was_taken_away_begins_in_a_moment(signed_in, session, at):
    session.execute(update(Campaign).values(state=CampaignState.SCHEDULED, back_at=None))
    session.commit()
    assert "It begins in a moment" in signed_in.reads(at)


def test_a_campaign_that_has_ended_stays_so(told, now):
    told(state="archived", sure="1")
    assert (told(state="live"), now().state) == ("same", CampaignState.ARCHIVED)


def test_a_pause_says_on_page_and_hotline_until_when(told, now, client):
    told(state="paused", back_at=typed(TOMORROW))
    page = client.get(f"/c/{now().slug}").text
    assert "Call me now" not in page
    assert "It continues on " in page


@pytest.mark.parametrize("back_at", ["soon", "2020-01-01T10:00", "9999-12-31T10:00", "2027-03-14T02:30", "x" * 99_999])
def test_a_pause_until_no_time_to_come_is_not_made_and_what_was_typed_stays(sends, now, back_at):
    answer = sends(state="paused", back_at=back_at)
    assert (answer.status_code, now().state) == (422, CampaignState.LIVE)
    assert f'value="{back_at[:40]}"' in answer.text
    assert 'id="back_at-error"' in answer.text


def test_to_end_it_takes_a_tick(sends, now):
    answer = sends(state="archived")
    assert (answer.status_code, now().state) == (422, CampaignState.LIVE)
    assert "an ended campaign does not start again" in answer.text


@pytest.mark.parametrize("day", ["soon", "2020-01-01", "9999-12-31"])
def test_a_number_is_kept_until_a_day_to_come(sends, now, day):
    assert sends(state="archived", sure="1", number_kept_until=day).status_code == 422
    assert now().state is CampaignState.LIVE


def test_an_end_thanks_and_keeps_the_number(told, now, client, signed_in, at):
    assert told(state="archived", sure="1", number_kept_until="2099-01-27") == "archived"
    assert now().number_kept_until == date(2099, 1, 27)
    assert "Thank you to everybody who called" in client.get(f"/c/{now().slug}").text
    assert "stays with it until Jan 27, 2099" in signed_in.reads(at)


@pytest.fixture
def ended(session, campaign):
    """It has ended, and the day of its number is past."""
    session.execute(update(Campaign).values(state=CampaignState.ARCHIVED, number_kept_until=date(2020, 1, 27)))
    session.commit()


def test_the_number_of_an_ended_campaign_is_kept_longer(ended, told, now, signed_in, at):
    assert "and still does, until you decide" in signed_in.reads(at)
    assert told("/number", number_kept_until="2099-01-27") == "kept"
    assert now().number_kept_until == date(2099, 1, 27)
    assert told("/number", number_kept_until="2099-01-27") == "same"


def test_the_number_of_an_ended_campaign_is_let_go(ended, told, now, signed_in, at):
    assert told("/number", goes="1", lets_go="1") == "gone"
    assert now().phone_number == ""
    assert f'<a href="{at.removesuffix("state")}number">give it back</a>' in signed_in.reads(at)


def test_to_let_a_number_go_takes_a_tick(ended, sends, now):
    answer = sends("/number", goes="1")
    assert (answer.status_code, now().phone_number == "") == (422, False)
    assert "no longer reaches this campaign" in answer.text


def test_a_number_is_kept_until_no_day_that_is_past(ended, sends, now):
    answer = sends("/number", number_kept_until="2020-01-28")
    assert (answer.status_code, now().number_kept_until) == (422, date(2020, 1, 27))
    assert "That is past already" in answer.text


def test_a_draft_shows_what_is_open_and_where_it_is_mended(signed_in, at, draft, campaign):
    page = unescape(signed_in.reads(at))
    assert "Nobody has rehearsed it" in page
    assert f"/organizers/campaigns/{campaign}/rehearsal" in page
    assert "Start the campaign" not in page


def test_a_gap_in_the_script_leads_to_the_script(signed_in, at, draft, session, campaign):
    publishes(session, campaign, {("english", "script"): "I am [name]. [Say why.]"})
    session.commit()
    page = signed_in.reads(at)
    assert "The script still has “[Say why.]”" in page
    assert f'<a class="button second" href="/organizers/campaigns/{campaign}/script">Write the script</a>' in page


def test_what_is_open_keeps_it_from_starting_whoever_asks(told, now, draft):
    assert (told("/start"), now().state) == ("open", CampaignState.DRAFT)


def test_a_draft_starts_once_everything_open_was_decided_on(told, now, draft, signed_in, at, client):
    for point in (Point.REHEARSED, Point.OFFICES):
        assert told("/checklist", point=point, waived="1") == "changed"
    assert "Start the campaign" in signed_in.reads(at)
    assert (told("/start"), now().state) == ("live", CampaignState.LIVE)
    assert "Call me now" in client.get(f"/c/{now().slug}").text
    assert told("/start") == "same"


def test_what_was_left_open_is_looked_after_again(told, now, draft):
    told("/checklist", point=Point.OFFICES, waived="1")
    assert (told("/checklist", point=Point.OFFICES), now().waived) == ("changed", [])


@pytest.mark.parametrize("point", ["words", "script", "published", "", "<b>"])
def test_no_other_point_is_left_open(told, now, draft, point):
    assert (told("/checklist", point=point, waived="1"), now().waived) == ("same", [])


def test_a_draft_with_a_date_waits_for_it_and_says_so(told, now, draft, session, campaign, client, signed_in, at):
    publishes(session, campaign, {("when", "starts_at"): "2099-01-27T15:00:00Z"})
    session.execute(update(Campaign).values(waived=[Point.REHEARSED, Point.OFFICES]))
    session.commit()
    assert (told("/start"), now().state) == ("scheduled", CampaignState.SCHEDULED)
    assert "It begins on Tuesday, January 27, at 10:00" in client.get(f"/c/{now().slug}").text
    assert "It begins Jan 27, 2099, 10:00 AM" in signed_in.reads(at)
    assert told(state="draft") == "draft"


def test_a_rehearsal_that_comes_to_its_end_is_noted(signed_in, now, campaign, session):
    page = f"/organizers/campaigns/{campaign}/rehearsal"
    signed_in.sends(page, csrf_token=CSRF.search(signed_in.reads(page))[1], do="watch")
    session.rollback()
    assert now().rehearsed_at is not None
