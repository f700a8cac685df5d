"""No-number mode: the page shows number and code, waits, and goes to the call that keyed it; whatever else is sent."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from app import create_app
from app.calls.begin.code import GOOD_FOR
from app.store.db import close_db
from app.web.dial_in import PURPOSE
from models import Call, CallSource, CallStatus, Campaign, CampaignState, Consent, DialIn, WhomToCall
from tests.world.campaign.campaigns import change_campaign
from tests.world.people.on_the_phone import OnThePhone
from tests.world.people.supporter import Supporter
from tests.world.time.clocks import local

NOON = local("2026-11-24 12:00")


class Clock:
    """A clock that a test sets."""

    now = NOON

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def supporter(app, settings, campaign, clock):
    there = create_app(settings, clock=clock)
    there.testing = False
    there.test_client_class = app.test_client_class
    yield Supporter(there.test_client())
    close_db(there)


@pytest.fixture
def page(supporter):
    """The address of a page that waits for a call."""
    return supporter.asks_to_be_called(dial="1", phone="", consent="").location


@pytest.fixture
def somebody_keys(app, session, campaign, clock):
    """A call to the hotline keys the code of a page."""

    def somebody_keys(code):
        call = Call(campaign_id=campaign, campaign_version=1, source=CallSource.HOTLINE, status=CallStatus.ANSWERED)
        session.add(call)
        session.commit()
        given = replace(app.extensions["ringdown"], clock=clock)
        assert OnThePhone.of(session, given, call.id).answers("where", keys=code).step == "code_accepted"

    return somebody_keys


def code_of(session):
    session.rollback()
    return session.scalars(select(DialIn.code).order_by(DialIn.id.desc())).first()


def rows(session, table):
    session.rollback()
    return session.scalar(select(func.count()).select_from(table))


def test_no_number_and_no_consent_are_needed_and_none_is_kept(supporter, session, page):
    text = supporter.client.get(page).text
    assert " ".join(code_of(session)) in text
    assert "(617)\N{NO-BREAK SPACE}555-0100" in text
    assert (rows(session, Call), rows(session, Consent)) == (0, 0)


def test_a_number_that_was_typed_all_the_same_is_forgotten(supporter, session):
    supporter.asks_to_be_called(dial="1")
    assert "5550123" not in str(session.connection().exec_driver_sql("SELECT * FROM dial_in").all())


def test_the_address_holds_no_code_no_town_and_no_number(app, session, page):
    told, back = app.extensions["ringdown"].tokens.read(PURPOSE, page.rpartition("/")[2])
    assert told == session.scalar(select(DialIn.id))
    assert len(back) == 22  # the key of a row, made by chance


def test_a_town_is_needed_and_a_split_town_is_asked_about_first(supporter, session):
    assert supporter.asks_to_be_called(dial="1", town="").status_code == 422
    question = supporter.asks_to_be_called(dial="1", town="Acton", phone="", consent="")
    assert "Who represents you in Acton?" in question.text
    assert 'name="dial" value="1"' in question.text
    assert rows(session, DialIn) == 0


def test_while_nobody_has_dialed_the_page_has_nothing_new(supporter, page):
    etag = supporter.client.get(f"{page}/progress").headers["ETag"]
    again = supporter.client.get(f"{page}/progress", headers={"If-None-Match": etag})
    assert again.status_code == 304


def test_once_the_code_was_keyed_the_page_leads_to_the_call(supporter, session, page, somebody_keys):
    somebody_keys(code_of(session))
    goes = re.search(r'data-go="([^"]+)"', supporter.client.get(f"{page}/progress").text)[1]
    assert supporter.client.get(page).location == goes
    assert "Your call to Representative Pat Duffy" in supporter.client.get(goes).text


def test_after_half_an_hour_the_code_is_over_and_the_page_offers_a_new_one(supporter, session, clock, page):
    clock.now = NOON + GOOD_FOR
    text = supporter.client.get(page).text
    assert "This code is no longer good" in text
    assert not re.search(r"\b\d \d \d \d\b", text), "the code is still there"
    assert "data-poll" not in text


def test_a_call_that_was_joined_is_still_found_when_the_code_is_over(supporter, session, clock, page, somebody_keys):
    somebody_keys(code_of(session))
    clock.now = NOON + 2 * GOOD_FOR
    assert "/call/" in supporter.client.get(page).location


def test_two_pages_have_two_codes_and_two_calls(supporter, session, somebody_keys):
    first = supporter.asks_to_be_called(dial="1").location
    code = code_of(session)
    second = supporter.asks_to_be_called(dial="1").location
    assert code != code_of(session)
    somebody_keys(code)
    assert supporter.client.get(first).status_code == 302
    assert supporter.client.get(second).status_code == 200


@pytest.mark.parametrize("token", ["x", "W10.abc", "%00", "a" * 3000, "MQ.Qoa48nwY5Q5eqwuq-5vG_OZLRwY"])
def test_no_other_token_opens_a_page(supporter, page, token):
    for path in ("", "/progress"):
        assert supporter.client.get(f"/c/safe-communities/dial/{token}{path}").status_code == 404


def test_the_token_of_a_call_is_no_token_of_a_page_nor_the_other_way_round(supporter, page):
    call = supporter.asks_to_be_called().location.removesuffix("#main").rpartition("/")[2]
    assert supporter.client.get(f"/c/safe-communities/dial/{call}").status_code == 404
    assert supporter.client.get(page.replace("/dial/", "/call/")).status_code == 404


def test_a_page_is_not_shown_under_another_campaigns_address(supporter, page):
    assert supporter.client.get(page.replace("safe-communities", "other")).status_code == 404


def test_a_paused_campaign_shows_no_code(supporter, session):
    form = supporter.form(dial="1")
    session.execute(update(Campaign).values(state=CampaignState.PAUSED))
    session.commit()
    assert supporter.sends(form).status_code == 409
    assert rows(session, DialIn) == 0


def test_whoever_uses_up_their_codes_is_told_our_number_and_others_still_get_one(supporter, session):
    answers = [supporter.asks_to_be_called(dial="1", phone="", consent="") for _ in range(12)]
    assert [answer.status_code for answer in answers] == [303] * 10 + [200] * 2
    page = answers[-1].text
    assert "(617)\N{NO-BREAK SPACE}555-0100" in page
    assert "Key your ZIP code, or say your town." in page
    assert "Dial yourself" in page
    supporter.client.environ_base["REMOTE_ADDR"] = "203.0.113.9"
    assert supporter.asks_to_be_called(dial="1", phone="", consent="").status_code == 303
    assert rows(session, DialIn) == 11


def test_half_an_hour_later_they_have_codes_again(supporter, clock):
    for _ in range(11):
        supporter.asks_to_be_called(dial="1")
    clock.now = NOON + GOOD_FOR
    assert supporter.asks_to_be_called(dial="1").status_code == 303


def test_where_everybody_calls_the_same_the_page_without_a_code_asks_for_no_place(supporter, session):
    change_campaign(session, whom_to_call=WhomToCall.LISTED)
    for _ in range(11):
        page = supporter.asks_to_be_called(dial="1").text
    assert "ZIP code" not in page


@pytest.mark.parametrize("dial", ["1", "0", "<script>alert(1)</script>", "\x00"])
@pytest.mark.parametrize("town", ["<script>alert(1)</script>", "\x00", "x" * 5000])
def test_hostile_text_makes_no_code(supporter, session, dial, town):
    answer = supporter.asks_to_be_called(dial=dial, town=town)
    assert answer.status_code in {200, 422}
    assert "<script>alert" not in answer.text
    assert rows(session, DialIn) == 0


def test_a_page_that_is_asked_for_late_is_not_good_for_longer(supporter, session, clock, page):
    until = session.scalars(select(DialIn.good_until)).one()
    clock.now = NOON + timedelta(minutes=20)
    supporter.client.get(page), supporter.client.get(f"{page}/progress")
    session.rollback()
    assert session.scalars(select(DialIn.good_until)).one() == until == NOON + GOOD_FOR
