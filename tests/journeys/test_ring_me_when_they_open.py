"""A time is agreed on with whoever calls a closed office, on page or phone, and kept whatever happens meanwhile."""

import re

import pytest
import requests
from sqlalchemy import update

from app.calls.later.due import ring_due
from app.store.unit import Unit
from app.telephony.local_network import Ender
from models import CallStatus, Campaign, CampaignState, EndReason, LineOutcome
from tests.world.calls import due_at
from tests.world.people.journey import PATIENCE, SUPPORTER, journey
from tests.world.time.clocks import on_the_wall
from tests.world.time.wall_clock import WallClock

CALLER = "+14135550142"
TO_THE_DOOR = ("1", "01040", "1", "1")  # English, Holyoke, yes, connect me
WEEKENDS = [("2026-10-31 14:00", "2026-11-02 09:00"), ("2027-03-13 14:00", "2027-03-15 09:00")]
SATURDAY, MONDAY = WEEKENDS[0]


@pytest.fixture
def clock():
    return WallClock(SATURDAY)


@pytest.fixture
def starts(settings, campaign, clock):
    """Starts every part anew, on the same database and by the same clock."""

    def starts():
        return journey(settings, always_open=False, clock=clock)

    return starts


@pytest.fixture
def world(starts):
    with starts() as world:
        yield world


def sweeps(world, clock):
    """What the worker does every minute; then everybody rings and talks."""
    ring_due(Unit(world.call_log.session), due_at(clock()))
    world.waits()
    world.everything.network.wait_until_idle(PATIENCE)


def picks_up(world, number, *keys):
    world.everything.network.phone(number).answers(after=4).then_presses(*keys)
    world.office_phone.answers(after=6).talks_for(42)


def page_says(answer, world):
    """The sentence on the page of a call, wherever the app runs by now."""
    path = answer.url.partition("#")[0].partition("/c/")[2]
    page = requests.get(f"{world.everything.web_url}/c/{path}", timeout=PATIENCE)
    return re.search(r'role="status">([^<]+)<', page.text)[1]


def rung(world):
    return [one for one in world.everything.network.rest_calls() if one.method == "POST"]


@pytest.mark.parametrize(("saturday", "monday"), WEEKENDS)
def test_a_time_agreed_on_the_page_is_kept_through_a_restart_and_a_clock_change(starts, clock, saturday, monday):
    clock.reads(saturday)
    with starts() as world:
        answer = world.supporter_sends(when="open")
        assert page_says(answer, world).startswith("We ring you on Monday, ")
        assert on_the_wall(world.call_log.only().ring_at) == monday
    clock.reads(monday)
    with starts() as world:
        picks_up(world, SUPPORTER, "1", "1", "1")
        sweeps(world, clock)
        call = world.call_log.only()
        assert (call.status, call.line_outcome, call.talk_seconds) == ("completed", LineOutcome.ANSWERED, 42)
        assert page_says(answer, world) == "The call is over. Thank you for making it!"


@pytest.mark.parametrize(("saturday", "monday"), WEEKENDS)
def test_a_time_agreed_on_the_phone_is_kept_through_a_restart_and_a_clock_change(starts, clock, saturday, monday):
    clock.reads(saturday)
    with starts() as world:
        world.somebody_dials_in(CALLER, *TO_THE_DOOR, "2")
        booked = world.call_log.all()[-1]
        assert "The office is closed now. It opens on Monday, " in world.program_says()
        assert re.search("We'll call you back on Monday, .* at 9:00 AM", world.program_says())
        assert (booked.status, on_the_wall(booked.ring_at)) == (CallStatus.SCHEDULED, monday)
    clock.reads(monday)
    with starts() as world:
        picks_up(world, CALLER, "1", "1", "1")
        sweeps(world, clock)
        *before, booked = world.call_log.all()  # the first is gone where its ninety days are over by this clock
        assert all((one.phone_encrypted, one.line_outcome) == (None, None) for one in before)
        assert (booked.status, booked.talk_seconds, booked.town) == ("completed", 42, "Holyoke")
        assert world.program_says().startswith("Hello. This is an automated call from")


def test_without_caller_id_a_message_is_all_that_is_offered(world):
    world.office_phone.is_voicemail(after=2, message_seconds=15, ended_by=Ender.STAR)
    call = world.somebody_dials_in("anonymous", *TO_THE_DOOR, "2", "1", "2")
    assert "To have us call you back when it opens" not in world.program_says()
    assert (call.reported_outcome, len(world.call_log.all())) == ("voicemail", 1)


def test_a_message_is_left_on_the_machine_of_a_closed_office(world):
    world.office_phone.is_voicemail(after=2, message_seconds=15, ended_by=Ender.STAR)
    world.supporter_phone.answers().then_presses("1", "1", "1", "2")
    world.supporter_asks_to_be_called(when="now")
    call = world.call_log.only()
    assert "Connecting you with the office's voicemail" in world.program_says()
    assert (call.line_outcome, call.reported_outcome) == (LineOutcome.ANSWERED, "voicemail")


def test_whoever_was_rung_now_and_then_agrees_on_a_time_finds_it_on_the_page(world, clock):
    world.supporter_phone.answers().then_presses("1", "1", "2")
    answer = world.supporter_asks_to_be_called(when="now")
    page = requests.get(answer.url, timeout=PATIENCE).text
    assert "We ring you on Monday, November 2, at 9:00 AM." in page
    booked = re.search(r'href="([^"]+)">See or cancel that call', page)[1]
    requests.post(f"{world.everything.web_url}{booked}/cancel", timeout=PATIENCE)
    assert world.call_log.all()[-1].end_reason is EndReason.CANCELED_ON_PAGE


def shown_code(answer, world):
    """The code that the page of an agreed call shows."""
    path = answer.url.partition("#")[0].partition("/c/")[2]
    page = requests.get(f"{world.everything.web_url}/c/{path}", timeout=PATIENCE).text
    return re.search(r">(\d \d \d \d \d)<", page)[1].replace(" ", "")


def test_the_code_on_the_page_cancels_it_on_the_hotline(world, clock):
    answer = world.supporter_sends(when="open")
    world.somebody_dials_in(SUPPORTER, "1", shown_code(answer, world), "0", "", "")
    assert "We have a time to call you: on Monday, November 2, at 9:00 AM" in world.program_says()
    assert "All right, we won't call you then." in world.program_says()
    clock.reads(MONDAY)
    sweeps(world, clock)
    assert page_says(answer, world).startswith("This call is over.")  # whoever has the page may have typed any number
    assert world.call_log.all()[0].end_reason is EndReason.CANCELED_BY_PHONE
    assert rung(world) == []


def test_another_key_keeps_it(world, clock):
    answer = world.supporter_sends(when="open")
    world.somebody_dials_in(SUPPORTER, "1", shown_code(answer, world), "1", "", "")
    assert world.call_log.all()[0].status is CallStatus.SCHEDULED


def test_the_code_that_was_said_on_the_phone_cancels_it_too(world, clock):
    world.somebody_dials_in(CALLER, *TO_THE_DOOR, "2")
    code = re.search(r"from this phone and enter ((?:\d ){4}\d)\. Again, that's \1\.", world.program_says())[1]
    world.somebody_dials_in(CALLER, "1", code.replace(" ", ""), "0", "", "")
    assert [call.end_reason for call in world.call_log.all()][1] is EndReason.CANCELED_BY_PHONE


def test_a_day_later_it_has_expired_and_the_page_says_so(world, clock):
    answer = world.supporter_sends(when="open")
    clock.reads("2026-11-03 12:00")
    sweeps(world, clock)
    assert world.call_log.only().status is CallStatus.CANCELED
    assert "waited too long for its turn, so we did not ring you" in page_says(answer, world)
    assert rung(world) == []


def test_a_paused_campaign_keeps_it_until_it_goes_on(world, clock, session):
    answer = world.supporter_sends(when="open")
    session.execute(update(Campaign).values(state=CampaignState.PAUSED))
    session.commit()
    clock.reads(MONDAY)
    sweeps(world, clock)
    assert "The campaign is taking a break" in page_says(answer, world)
    session.execute(update(Campaign).values(state=CampaignState.LIVE))
    session.commit()
    picks_up(world, SUPPORTER, "1", "1", "1")
    sweeps(world, clock)
    assert world.call_log.only().talk_seconds == 42


def test_whoever_asks_for_peace_for_good_meanwhile_is_not_rung(world, clock):
    world.supporter_sends(when="open")
    world.supporter_phone.answers(after=4)
    world.somebody_dials_in(SUPPORTER, "9", "9", "9")
    world.waits()
    clock.reads(MONDAY)
    sweeps(world, clock)
    assert world.call_log.all()[0].end_reason is EndReason.REFUSED
    assert len(rung(world)) == 1


def test_at_the_agreed_time_a_voicemail_never_reaches_the_office(world, clock):
    world.supporter_sends(when="open")
    clock.reads(MONDAY)
    world.supporter_phone.is_voicemail(stays=180)  # until we hang up on it
    sweeps(world, clock)
    assert (world.call_log.only().end_reason, len(world.call_log.legs())) == (EndReason.NO_KEY, 1)


def test_every_request_was_signed_and_answered(world, clock):
    world.somebody_dials_in(CALLER, *TO_THE_DOOR, "2")
    clock.reads(MONDAY)
    picks_up(world, CALLER, "1", "1", "1")
    sweeps(world, clock)
    assert {(one.signed, one.status) for one in world.everything.network.requests()} == {(True, 200)}
    assert not world.everything.network.notices()
