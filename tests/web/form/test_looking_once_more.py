"""A field that nobody sees was filled, or the form came before anybody can have read it: one thing more is asked."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app import create_app
from app.store.db import close_db
from models import Call
from tests.world.people.supporter import Supporter
from tests.world.time.wall_clock import WallClock

pytestmark = pytest.mark.usefixtures("campaign")
ASKS = "Is this right?"
SENT = re.compile(r'type="hidden" name="(\w+)" value="([^"]*)"')


@pytest.fixture
def clock():
    return WallClock("2026-11-02 11:00")


@pytest.fixture
def supporter(app, settings, clock):
    """Somebody who visits where two seconds are what a person takes at least."""
    there = create_app(settings.model_copy(update={"form_seconds": 2}), clock=clock)
    there.test_client_class = app.test_client_class
    yield Supporter(there.test_client())
    close_db(there)


def calls(session):
    return session.scalar(select(func.count()).select_from(Call))


def after(clock, seconds):
    clock.now += timedelta(seconds=seconds)


def pressed_once_more(supporter, page):
    """What the button of that page sends."""
    return supporter.sends(dict(SENT.findall(page.text.split("</form>")[0])))


def test_who_takes_their_time_is_asked_nothing(supporter, clock, session):
    form = supporter.form()
    after(clock, 3)
    assert "/call/" in supporter.sends(form).location
    assert calls(session) == 1


def test_who_is_quicker_than_people_are_looks_once_more(supporter, session):
    page = supporter.asks_to_be_called()
    assert (page.status_code, ASKS in page.text, "(•••) •••-••23" in page.text) == (200, True, True)
    assert calls(session) == 0
    assert "/call/" in pressed_once_more(supporter, page).location
    assert calls(session) == 1


def test_a_field_that_a_browser_filled_by_itself_costs_one_press(supporter, clock, session):
    form = supporter.form(website="https://example.org")
    after(clock, 60)
    page = supporter.sends(form)
    assert (page.status_code, ASKS in page.text) == (200, True)
    assert "/call/" in pressed_once_more(supporter, page).location


def test_nothing_is_lost_by_it(supporter):
    page = supporter.asks_to_be_called(town="Acton", name="Zoë", more_time="1", zip="01720")
    sent = dict(SENT.findall(page.text.split("</form>")[0]))
    typed = {"town": "Acton", "name": "Zoë", "more_time": "1", "zip": "01720", "consent": "en"}
    assert {name: sent[name] for name in typed} == typed
    change = supporter.client.post("/c/safe-communities", data=sent, follow_redirects=True).text
    assert ('value="Acton"' in change, 'value="(•••) •••-••23"' in change) == (True, True)


def test_the_next_question_does_not_ask_it_again(supporter):
    question = pressed_once_more(supporter, supporter.asks_to_be_called(town="Acton"))
    assert "Who represents you in Acton?" in question.text
    (district, *_) = re.findall(r'name="district" value="(\d+)"', question.text)
    carried = dict(SENT.findall(question.text.split('id="choose"')[1]))
    assert "/call/" in supporter.sends(carried | {"district": district}).location


@pytest.mark.parametrize("sure", ["1", "yes", "x" * 300])
def test_that_somebody_looked_cannot_be_made_up(supporter, sure):
    assert ASKS in supporter.asks_to_be_called(sure=sure).text


def test_who_looked_at_one_form_did_not_look_at_another(supporter):
    page = supporter.asks_to_be_called()
    sure = dict(SENT.findall(page.text))["sure"]
    assert ASKS in supporter.asks_to_be_called(sure=sure).text


@pytest.mark.parametrize("way", ["own", "dial"])
def test_where_nobody_is_rung_nobody_is_asked(supporter, way):
    assert supporter.asks_to_be_called(**{way: "1", "website": "x"}).status_code == 303


def test_what_is_missing_is_said_first(supporter):
    page = supporter.asks_to_be_called(phone="")
    assert (page.status_code, ASKS in page.text) == (422, False)


def test_people_do_not_come_across_the_field(client):
    page = client.get("/c/safe-communities").text
    field = re.search(r'<div class="for-nobody" aria-hidden="true">.*?</div>', page)[0]
    assert ('tabindex="-1"' in field, 'autocomplete="off"' in field) == (True, True)
