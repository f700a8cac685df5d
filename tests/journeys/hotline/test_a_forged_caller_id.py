"""Whoever claims somebody's number at the hotline shuts nobody out, hears of no agreed call, and cancels none."""

import pytest
import requests
from sqlalchemy import select

from app.calls.later.code import code_of
from app.calls.later.due import ring_due
from app.limits.numbers import A_DAY
from app.store.unit import Unit
from models import CallSource, CallStatus, DoNotCall, EndReason
from tests.world.calls import due_at
from tests.world.patience import PATIENCE
from tests.world.people.journey import SUPPORTER, journey
from tests.world.people.supporter import TOKEN
from tests.world.time.wall_clock import WallClock

CLAIMS = SUPPORTER  # what the attacker shows as their own number
SATURDAY, MONDAY = "2026-10-31 14:00", "2026-11-02 09:00"
HEARS_OF_IT = "We have a time to call you: on Monday, November 2, at 9:00 AM"


@pytest.fixture
def clock():
    return WallClock(SATURDAY)


@pytest.fixture
def world(settings, campaign, clock):
    with journey(settings, always_open=False, clock=clock) as world:
        yield world


def list_of_peace(session):
    session.rollback()
    return session.scalars(select(DoNotCall).execution_options(populate_existing=True)).all()


def rung(world):
    return [one for one in world.everything.network.rest_calls() if one.method == "POST"]


def test_nine_holds_for_a_day_and_rings_nobody(world, session, clock):
    call = world.somebody_dials_in(CLAIMS, "9", "9")
    (asked,) = list_of_peace(session)
    assert (call.end_reason, asked.how, asked.until) == (EndReason.REFUSED, "hotline", clock() + A_DAY)
    world.supporter_sends(when="now")
    assert (len(world.call_log.all()), rung(world)) == (1, [])
    assert "For 24 hours we won't call this number" in world.program_says()


def test_who_asks_for_more_is_rung_back_and_by_their_own_key_never_again(world, session):
    world.everything.network.phone(SUPPORTER).answers(after=4)
    world.somebody_dials_in(SUPPORTER, "9", "9", "9")
    world.waits()
    _, back = world.call_log.all()
    assert (back.source, back.status, back.end_reason) == (CallSource.CALL_BACK, "completed", EndReason.REFUSED)
    assert [(one.how, one.until) for one in list_of_peace(session)] == [("keypad", None)]
    assert "asked us never to call it again" in world.program_says()


def test_who_asks_to_be_forgotten_is_rung_and_a_key_there_does_it_by_phone_and_by_page(world):
    phone = world.everything.network.phone(SUPPORTER).answers(after=4)
    phone.whenever_asked("press 7", "9").whenever_asked("9 once more", "9").whenever_asked("press 6", "6")
    world.somebody_dials(SUPPORTER)
    world.waits()
    with requests.Session() as browser:
        page = f"{world.everything.web_url}/privacy/forget"
        form = {"phone": SUPPORTER, "token": TOKEN.search(browser.get(page, timeout=PATIENCE).text)[1]}
        assert "Press 6" in browser.post(page, data=form, timeout=PATIENCE).text
    world.waits()
    _, *rings = world.call_log.all()
    assert [(one.source, one.status, one.phone_hash, one.phone_encrypted) for one in rings] == [
        (CallSource.FORGETTING, "completed", None, None)
    ] * 2
    assert world.program_says().count("Nothing here leads to this number anymore") == 2


def test_whoever_does_not_answer_there_shuts_nobody_out_and_rings_it_once_a_month(world, session):
    world.everything.network.phone(SUPPORTER).does_not_answer()
    for _ in range(2):
        world.somebody_dials_in(CLAIMS, "9", "9", "9")
        world.waits()
    assert len(rung(world)) == 1
    assert "We can't call you back right now." in world.program_says()
    assert all(one.until for one in list_of_peace(session))


def test_nobody_is_asked_about_a_number_that_does_not_show(world, session):
    world.somebody_dials_in("anonymous", "9", "9")
    assert "Your caller ID is blocked" in world.program_says()
    assert list_of_peace(session) == []


@pytest.fixture
def booked(world):
    """The supporter is to be rung on Monday."""
    world.supporter_sends(when="open")
    return world.call_log.only()


def test_of_an_agreed_call_nothing_is_heard_and_no_key_cancels_it(world, booked):
    world.somebody_dials_in(CLAIMS, "1", "0", "", "")
    assert "We have a time to call you" not in world.program_says()
    assert world.call_log.all()[0].status is CallStatus.SCHEDULED


def test_with_its_code_it_is_told_and_canceled(world, app, booked):
    world.somebody_dials_in(SUPPORTER, "1", code_of(app.extensions["ringdown"].vault, booked.id), "0", "", "")
    assert HEARS_OF_IT in world.program_says()
    assert "All right, we won't call you then." in world.program_says()
    assert world.call_log.all()[0].end_reason is EndReason.CANCELED_BY_PHONE


def test_the_code_is_worth_nothing_without_the_number(world, app, booked):
    world.somebody_dials_in("+14135550142", "1", code_of(app.extensions["ringdown"].vault, booked.id), "0", "", "")
    assert "We have a time to call you" not in world.program_says()
    assert world.call_log.all()[0].status is CallStatus.SCHEDULED


def test_nor_does_nine_cancel_it(world, booked, clock):
    world.somebody_dials_in(CLAIMS, "9", "9")
    clock.reads(MONDAY)
    del world.everything.network.plant.book[CLAIMS]  # it is the supporter's own phone that rings
    world.supporter_phone.answers(after=4).then_presses("1", "1", "1")
    world.office_phone.answers(after=6).talks_for(42)
    ring_due(Unit(world.call_log.session), due_at(clock()))
    world.waits()
    assert world.call_log.all()[0].talk_seconds == 42
