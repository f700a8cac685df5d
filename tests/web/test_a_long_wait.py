"""So many wait that nobody is promised a call now: the page says so, and the supporter chooses."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app import create_app
from app.store.db import close_db
from models import Call, CallStatus
from tests.world.calls import a_call, office_of
from tests.world.people.supporter import Supporter
from tests.world.time.wall_clock import WallClock

FRIDAY = "2026-10-30 13:00"


@pytest.fixture
def clock():
    return WallClock(FRIDAY)


@pytest.fixture
def there(app, settings, clock):
    """The app where offices have hours, and the carrier takes a call a second."""
    there = create_app(settings.model_copy(update={"always_open": False, "calls_per_second": 1.0}), clock=clock)
    there.testing = False
    there.test_client_class = app.test_client_class
    yield there
    close_db(there)


@pytest.fixture
def supporter(there):
    return Supporter(there.test_client())


@pytest.fixture
def long_line(session, there, campaign):
    """Eight people stand in the line of an office."""
    own = there.extensions["ringdown"]
    for nth in range(8):
        a_call(session, own, campaign, phone=f"+141355501{nth:02d}", keeps_place=True)


@pytest.fixture
def mine(session):
    """The call of whoever came last."""

    def mine():
        session.rollback()
        calls = select(Call).order_by(Call.id.desc()).limit(1).execution_options(populate_existing=True)
        return session.scalars(calls).one()

    return mine


def sentence(supporter, page):
    return re.search(r'role="status">([^<]+)<', supporter.client.get(f"{page}/progress").text)[1]


def test_they_are_told_in_one_sentence_and_nothing_is_begun(supporter, session, long_line):
    page = supporter.asks_to_be_called()
    assert page.status_code == 200
    assert "It would be your turn in about 12 minutes, so we do not ring you now" in page.text
    assert len(session.scalars(select(Call)).all()) == 8


def test_they_may_choose_among_times_a_place_and_two_numbers(supporter, long_line, session):
    page = supporter.asks_to_be_called().text
    assert re.findall(r'name="when" value="([\w-]+)"', page) == ["in-an-hour", "in-three-hours", "tomorrow", "in-line"]
    assert re.findall(r">Ring me ([^<]+)<", page) == [
        "in 60 minutes",
        "on Friday, October 30, at 4:00 PM",
        "on Monday, November 2, at 9:00 AM",
    ]
    assert re.findall(r'href="tel:([^"]+)"', page) == ["+16175550100", office_of(session).number]


def test_choices_that_lead_to_the_same_moment_are_one(supporter, clock, long_line):
    clock.reads("2026-10-30 16:45")
    assert re.findall(r'name="when" value="([\w-]+)"', supporter.asks_to_be_called().text) == ["in-an-hour", "in-line"]


def test_whoever_chooses_a_time_is_rung_then(supporter, clock, long_line, mine):
    page = supporter.asks_to_be_called(when="in-three-hours").location.removesuffix("#main")
    assert (mine().status, mine().ring_at) == (CallStatus.SCHEDULED, clock.now + timedelta(hours=3))
    assert sentence(supporter, page) == "We ring you on Friday, October 30, at 4:00 PM."


def test_whoever_keeps_a_place_stands_in_line_for_as_long_as_it_takes(supporter, clock, long_line, mine):
    page = supporter.asks_to_be_called(when="in-line").location.removesuffix("#main")
    assert (mine().status, mine().ring_until) == (CallStatus.REQUESTED, clock.now + timedelta(minutes=90))
    assert "You are number 9 in line" in sentence(supporter, page)


def test_to_read_it_in_another_language_begins_nothing(supporter, session, long_line):
    page = supporter.client.post("/c/safe-communities/call?language=es", data=supporter.form(), follow_redirects=True)
    assert "Su turno llegaría en aproximadamente 12 minutos" in page.text
    assert len(session.scalars(select(Call)).all()) == 8


def test_a_wait_of_hours_is_not_counted_in_minutes(supporter, there, long_line):
    own = there.extensions["ringdown"]
    there.extensions["ringdown"] = replace(own, settings=own.settings.model_copy(update={"calls_per_second": 0.001}))
    page = supporter.asks_to_be_called().text
    assert "your turn in more than an hour, so" in page
    assert "Wait in line" not in page


@pytest.fixture
def page(supporter, campaign):
    """The page of somebody who clicked."""
    return supporter.asks_to_be_called().location.removesuffix("#main")


def test_after_ten_minutes_the_page_asks_whether_to_keep_the_place(supporter, clock, page):
    clock.reads("2026-10-30 13:10")
    text = supporter.client.get(f"{page}/progress").text
    assert "Shall we keep your place, and ring you later? Else we do not ring you." in text
    assert f'action="{page}/keep"' in text


def test_before_that_it_does_not(supporter, clock, page):
    clock.reads("2026-10-30 13:09")
    assert "Keep my place" not in supporter.client.get(page).text


def test_a_yes_is_kept_and_not_asked_for_again(supporter, clock, page, mine):
    clock.reads("2026-10-30 13:11")
    assert supporter.client.post(f"{page}/keep").location == page
    assert "Keep my place" not in supporter.client.get(page).text
    assert mine().ring_until == clock.now + timedelta(minutes=79)


def test_a_page_that_waits_for_long_asks_less_often(supporter, session, long_line):
    page = supporter.asks_to_be_called(when="in-line").location.removesuffix("#main")
    assert 'data-beat="10000"' in supporter.client.get(f"{page}/progress").text
    session.execute(update(Call).values(waits_for=None, waits_since=None))
    session.commit()
    assert "data-beat" not in supporter.client.get(f"{page}/progress").text
