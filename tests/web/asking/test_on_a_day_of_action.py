"""A day of action on the page: an office outside its wave is not rung; the page says when, and rings then."""

import re
from datetime import date

import pytest
from sqlalchemy import select

from app import create_app
from app.calls.later.due import ring_due
from app.calls.later.outside import agreed_outside
from app.campaigns.action.keep import cancel_day
from app.campaigns.action.kept import day_at
from app.store.db import close_db
from app.store.unit import Unit
from models import Call, CallStatus
from tests.world.calls import due_at
from tests.world.campaign.action import PAT, THE_DAY, day_of_action, wave
from tests.world.people.supporter import Supporter
from tests.world.time.clocks import local, on_the_wall
from tests.world.time.wall_clock import WallClock

LATER = "This office's turn comes later"


@pytest.fixture
def clock():
    return WallClock(f"{THE_DAY} 10:00")


@pytest.fixture
def supporter(app, settings, campaign, clock):
    there = create_app(settings.model_copy(update={"always_open": False}), clock=clock)
    there.testing = False
    there.test_client_class = app.test_client_class
    yield Supporter(there.test_client())
    close_db(there)


@pytest.fixture
def waves(session, campaign):
    """Pat Duffy's office is called from two to three."""
    return day_of_action(session, campaign, wave(session, "2-3 pm", PAT))


def calls(session):
    session.rollback()
    return session.scalars(select(Call).order_by(Call.id).execution_options(populate_existing=True)).all()


def test_out_of_its_wave_the_page_says_when_and_rings_nobody(supporter, waves, session):
    page = supporter.asks_to_be_called()
    assert LATER in page.text.replace("&#39;", "'")
    assert "The turn of Representative Pat Duffy comes on Monday, November 2, at 2:00 PM." in page.text
    assert "Leave a message now" not in page.text
    assert not calls(session)


@pytest.mark.parametrize("when", ["now", "in-line"])
def test_nobody_gets_round_it(supporter, waves, session, when):
    supporter.asks_to_be_called(when=when)
    assert not calls(session)


@pytest.mark.parametrize(("now", "is_called"), [("13:59", False), ("14:00", True), ("14:59", True), ("15:00", False)])
def test_it_is_called_from_the_first_minute_of_its_wave_to_the_last(supporter, waves, session, clock, now, is_called):
    clock.now = local(f"{THE_DAY} {now}")
    supporter.asks_to_be_called()
    assert bool(calls(session)) is is_called


def test_after_its_wave_the_next_day_is_said(supporter, waves, clock):
    clock.now = local(f"{THE_DAY} 15:00")
    assert "comes on Tuesday, November 3, at " in supporter.asks_to_be_called().text


def test_in_spanish_the_time_ends_with_one_full_stop(supporter, waves):
    supporter.client.environ_base["HTTP_ACCEPT_LANGUAGE"] = "es"
    page = supporter.asks_to_be_called().text
    assert ("llega el lunes 2 de noviembre a las 2:00 p.m." in page, "p.m.." in page) == (True, False)


def test_who_wants_to_be_rung_then_is_rung_in_the_wave(supporter, waves, session):
    assert supporter.asks_to_be_called(when="open").status_code == 303
    (call,) = calls(session)
    assert (call.status, on_the_wall(call.ring_at)) == (CallStatus.SCHEDULED, f"{THE_DAY} 14:00")


def test_what_was_agreed_on_before_waits_for_the_wave(supporter, campaign, session, clock):
    clock.now = local("2026-11-01 12:00")
    supporter.asks_to_be_called(when="tomorrow")
    day_of_action(session, campaign, wave(session, "2-3 pm", PAT))
    assert agreed_outside(session, campaign, day_at(session, campaign, date.fromisoformat(THE_DAY))) == 1
    clock.now = local(f"{THE_DAY} 12:00")
    ring_due(Unit(session), due_at(clock.now))
    (call,) = calls(session)
    assert (call.status, on_the_wall(call.ring_at)) == (CallStatus.SCHEDULED, f"{THE_DAY} 14:00")
    assert not agreed_outside(session, campaign, day_at(session, campaign, date.fromisoformat(THE_DAY)))


def test_once_it_is_canceled_everybody_is_called(supporter, waves, campaign, session, clock):
    assert cancel_day(session, campaign, waves, clock())
    session.commit()
    assert supporter.asks_to_be_called().status_code == 303


def test_on_their_own_phone_people_read_when_we_call(supporter, waves):
    page = supporter.asks_to_be_called(own="1", phone="", consent="")
    text = supporter.client.get(page.location).text
    assert "we call it on Monday, November 2, at 2:00 PM" in text
    assert re.search(r"\(617\) 722-\d{4}|\(413\)", text)


def test_an_office_in_no_wave_is_called_all_day_or_not_at_all(supporter, campaign, session):
    made = day_of_action(session, campaign, wave(session, "2-3 pm"), others=True)
    assert supporter.asks_to_be_called().status_code == 303
    cancel_day(session, campaign, made, local(f"{THE_DAY} 10:00"))
    day_of_action(session, campaign, wave(session, "2-3 pm"), others=False)
    page = supporter.asks_to_be_called(phone="(617) 555-0124").text
    assert "comes on Tuesday, November 3, at " in page
