"""Whoever calls the office on their own phone is shown its number and the script, gives no number, and is not rung."""

import re

import pytest
from sqlalchemy import func, select, update

from app.store.alerts import raise_alert
from models import AlertKind, Call, Campaign, CampaignState, OfficeHolder, WhomToCall
from tests.web.own_phone.conftest import NOON
from tests.world.campaign.campaigns import change_campaign, publishes

ONLY = {("whom", "own_phones"): True}


@pytest.fixture
def on_own_phones_alone(session, campaign):
    publishes(session, campaign, ONLY)
    session.commit()


def test_the_number_and_the_script_are_there_and_nobody_is_rung(supporter, page, calls):
    text = supporter.reads(page)
    assert 'href="tel:+1' in text
    assert "Call the office of Representative Pat Duffy" in text
    assert "Holyoke, Chicopee" in text
    assert "and I live in" in text
    assert "Holyoke" in text
    assert calls() == []


def test_the_address_tells_nobody_anything(page):
    token = page.rpartition("/")[2]
    assert len(token) < 1000
    assert not [word for word in ("Holyoke", "Duffy", "617", "25") if word in token.partition("=")[2]]


def test_a_number_that_was_typed_all_the_same_is_kept_nowhere(supporter, session, calls):
    page = supporter.asks_for_the_number(phone="(617) 555-0123", consent="en")
    supporter.tells(page)
    (call,) = calls()
    assert (call.phone_hash, call.phone_encrypted) == (None, None)


def test_the_first_name_fills_the_script_and_stays_in_the_browser(supporter):
    assert "Maria" in supporter.reads(supporter.asks_for_the_number(name="Maria"))


def test_both_ways_stand_beside_each_other_where_both_are_possible(supporter):
    text = supporter.opens_the_page().text
    assert "Call me now" in text
    assert "I will call myself" in text


def test_what_was_typed_goes_along_to_the_other_way(supporter, page):
    text = supporter.reads(page)
    assert "Ring me instead" in text
    back = supporter.client.post(
        "/c/safe-communities", data={"town": "Holyoke", "name": "Maria"}, follow_redirects=True
    )
    assert 'value="Holyoke"' in back.text


@pytest.mark.parametrize("typed", [{"town": "Acton"}, {"town": "Acton", "name": "Maria"}])
def test_a_split_town_is_asked_about_first(supporter, typed):
    question = supporter.asks_to_be_called(own="1", phone="", consent="", **typed)
    assert "Who represents you in Acton?" in question.text
    assert 'name="own" value="1"' in question.text
    assert "Call me now" not in question.text


@pytest.mark.parametrize("typed", [{}, {"street": "Washington Street"}, {"street": "Comonwealth Avenue"}])
def test_a_street_is_asked_for_without_a_word_of_ringing(supporter, typed):
    question = supporter.asks_to_be_called(own="1", phone="", consent="", town="Boston", **typed).text
    assert "Look it up" in question
    assert "call me" not in question


@pytest.mark.parametrize(("own", "told"), [("", True), ("1", False)])
def test_only_who_asked_for_a_ring_is_told_that_there_was_none(supporter, own, told):
    text = supporter.asks_to_be_called(own=own, town="Taunton", district="25012").text
    assert "lists no telephone number" in text
    assert ("We did not ring you." in text) is told


def test_a_town_is_needed_and_nothing_else(supporter):
    assert supporter.asks_to_be_called(own="1", town="", phone="", consent="").status_code == 422


@pytest.mark.usefixtures("on_own_phones_alone")
def test_a_campaign_of_own_phones_alone_asks_for_no_number(visits):
    supporter = visits(twilio_account_sid="")
    text = supporter.opens_the_page().text
    assert 'name="phone"' not in text
    assert "Call me now" not in text
    assert "We cannot ring" not in text
    assert "/own/" in supporter.asks_for_the_number(own="")


@pytest.mark.usefixtures("on_own_phones_alone")
def test_a_break_speaks_of_no_calls_that_we_never_placed(supporter, session):
    session.execute(update(Campaign).values(state=CampaignState.PAUSED))
    session.commit()
    text = supporter.opens_the_page().text
    assert "taking a break" in text
    assert "placing calls" not in text


@pytest.mark.parametrize(
    ("what", "columns"),
    [({"twilio_account_sid": ""}, {}), ({}, {"phone_number": ""})],
)
def test_where_we_cannot_ring_the_same_page_serves(visits, session, what, columns):
    change_campaign(session, **columns)
    supporter = visits(**what)
    assert "We cannot ring anybody just now" in supporter.opens_the_page().text
    assert "We cannot ring anybody just now" in supporter.reads(supporter.asks_for_the_number(own=""))


def test_whoever_presses_call_me_when_nobody_works_any_more_gets_the_number(supporter, session, calls):
    form = supporter.form()
    raise_alert(session, AlertKind.NO_WORKER, "", "No worker runs.", link="/", now=NOON)
    session.commit()
    page = supporter.sends(form).location
    assert "We cannot ring anybody just now" in supporter.reads(page)
    assert calls() == []


def test_a_closed_office_says_when_it_opens(visits, clock):
    supporter = visits(always_open=False)
    assert "open now" in supporter.reads(supporter.asks_for_the_number())
    clock.passes(days=4)
    assert "closed now, opens on Monday, November 30, at 9:00" in supporter.reads(supporter.asks_for_the_number())


def test_one_office_comes_after_the_other(supporter, session):
    change_campaign(session, whom_to_call=WhomToCall.BOTH)
    page = supporter.asks_for_the_number()
    assert "1 of 2" in supporter.reads(page)
    told = supporter.reads(supporter.tells(page).location)
    assert "Next: Senator" in told
    assert "2 of 2" in supporter.reads(page)


@pytest.mark.parametrize("state", [CampaignState.PAUSED, CampaignState.ARCHIVED])
def test_a_campaign_that_rests_or_has_ended_sends_nobody_to_the_office(supporter, session, page, state):
    session.execute(update(Campaign).values(state=state))
    session.commit()
    text = supporter.reads(page)
    assert "tel:" not in text
    assert "If you called before, tell us what happened" in text


def test_an_office_that_is_held_back_meanwhile_is_shown_no_more(supporter, session, page):
    duffy = session.scalars(select(OfficeHolder.id).where(OfficeHolder.name == "Pat Duffy")).one()
    change_campaign(session, held_back=[duffy])
    answer = supporter.client.get(page)
    assert (answer.status_code, answer.location) == (303, "/c/safe-communities")


@pytest.mark.parametrize("token", ["x", "%00", "a" * 3000, "a" * 6000, "MQ.Qoa48nwY5Q5eqwuq-5vG_OZLRwY", "ü"])
def test_no_other_token_opens_a_page(supporter, token):
    assert supporter.client.get(f"/c/safe-communities/own/{token}").status_code == 404


def test_a_page_is_not_shown_under_another_campaigns_address(supporter, page):
    assert supporter.client.get(page.replace("safe-communities", "other")).status_code == 404
    assert supporter.client.get(page[:-3] + "AAA").status_code == 404


def test_a_page_in_another_language_stays_the_same_page(supporter, page):
    assert "¿Qué pasó?" in supporter.reads(f"{page}?language=es")


@pytest.mark.parametrize("town", ["<script>alert(1)</script>", "\x00", "x" * 5000])
def test_hostile_text_leads_to_no_page(supporter, session, town):
    answer = supporter.asks_to_be_called(own="1", phone="", consent="", town=town)
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text
    assert session.scalar(select(func.count()).select_from(Call)) == 0


def test_a_call_that_did_not_come_about_leads_to_the_number(supporter, session, calls):
    call = supporter.asks_to_be_called(name="Maria").location.partition("#")[0]
    supporter.client.post(f"{call}/cancel")
    assert "I will call myself" in supporter.reads(call)
    page = supporter.client.post(f"{call}/own").location
    assert "Call the office of Representative Pat Duffy" in supporter.reads(page)
    assert "Maria" in supporter.reads(page)
    supporter.tells(page)
    assert [call.source for call in calls()] == ["web", "own-phone"]


def test_a_closed_office_can_be_called_by_oneself(visits, clock):
    clock.passes(days=4)
    closed = visits(always_open=False).asks_to_be_called()
    assert "The office is closed now" in closed.text
    assert "I will call myself" in closed.text


def test_a_script_of_20000_characters_is_shown_whole_and_cut_in_no_link(supporter, session):
    change_campaign(session, script="We ask [Representative] to act. " * 700)
    text = supporter.reads(supporter.asks_for_the_number())
    assert text.count("to act.") == 1400
    assert not re.findall(r'mailto:[^"?][^"]*body=', text)
    assert "too long for a link" in text


def test_who_has_no_number_is_asked_for_at_the_switchboard_where_the_campaign_allows_it(session, campaign, supporter):
    publishes(session, campaign, {("whom", "switchboard"): True})
    session.commit()
    page = supporter.asks_to_be_called(own="1", phone="", consent="", town="Taunton", district="25012").location
    text = supporter.reads(page)
    assert 'href="tel:+16177222000"' in text
    assert "switchboard: ask for them by name" in text
