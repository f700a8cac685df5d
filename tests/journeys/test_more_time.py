"""Whole calls of people who need more time, from the page and on the hotline: nobody hangs up on their silence."""

import re

import pytest

from models import CallStatus, DialIn, EndReason, LineOutcome, ReportedOutcome
from voice_flows.words import WORDS

CALLER = "+14135550142"
CONVERSATION = (CallStatus.COMPLETED, LineOutcome.ANSWERED, ReportedOutcome.CONTACT, 42)


@pytest.fixture
def office(office):
    return office.answers(after=6).talks_for(42)


@pytest.fixture
def relay(world):
    """The supporter's phone, through a relay that is slower than we wait for anybody else."""
    return world.supporter_phone


@pytest.fixture
def dials_in(world):
    """A relay dials the hotline and answers the questions so, each twenty seconds after it was asked."""

    def dials_in(*keys):
        world.everything.network.phone(CALLER).is_reached_by_relay(*keys)
        return world.somebody_dials(CALLER)

    return dials_in


def came_of_it(call):
    return call.status, call.line_outcome, call.reported_outcome, call.talk_seconds


def test_from_the_page(world, relay, office, call_log):
    relay.is_reached_by_relay("1", "1", "1")
    world.supporter_asks_to_be_called(more_time="1")
    assert came_of_it(call_log.only()) == CONVERSATION
    assert "On this call we will wait three times as long for you." in world.program_says()
    assert WORDS["en"]["not_understood"] not in world.program_says()


def test_silences_are_asked_about_once_more_and_waited_out_again(world, relay, office, call_log):
    relay.is_reached_by_relay(*("", "", "1"), *("", "1"), *("", "1"))
    world.supporter_asks_to_be_called(more_time="1")
    assert came_of_it(call_log.only()) == CONVERSATION


def test_anybody_else_has_been_hung_up_on_by_then(world, relay, office, call_log):
    relay.is_reached_by_relay("", "", "1", "1", "1")
    world.supporter_asks_to_be_called()
    call = call_log.only()
    assert (call.line_outcome, call.end_reason) == (None, EndReason.NO_KEY)


def test_a_phone_is_rung_for_as_long_as_a_relay_takes_to_pick_up(world, relay, office, call_log):
    relay.is_reached_by_relay("1", "1", "1").answers(after=60)
    world.supporter_asks_to_be_called(more_time="1")
    assert came_of_it(call_log.only()) == CONVERSATION


def test_anybody_elses_phone_is_not(world, relay, office, call_log):
    relay.is_reached_by_relay("1", "1", "1").answers(after=60)
    world.supporter_asks_to_be_called()
    assert call_log.only().status is CallStatus.NO_ANSWER


def test_an_eight_in_the_greeting_is_as_good_as_the_box(world, relay, office, call_log):
    relay.answers().then_presses("8").is_reached_by_relay("1", "1", "1")
    world.supporter_asks_to_be_called()
    assert came_of_it(call_log.only()) == CONVERSATION


def test_an_eight_when_the_greeting_is_said_again_is_not_too_late(world, relay, office, call_log):
    relay.answers().then_presses_nothing().then_presses("8").is_reached_by_relay("1", "1", "1")
    world.supporter_asks_to_be_called()
    assert came_of_it(call_log.only()) == CONVERSATION


def test_the_hotline_from_its_first_question(world, dials_in, office):
    world.everything.network.phone(CALLER).then_presses("8")
    call = dials_in("1", "01040", "1", "1", "1")
    assert came_of_it(call) == CONVERSATION
    assert "En esta llamada le daremos el triple de tiempo." in world.program_says()


def test_the_hotline_waits_silences_out_too(world, dials_in, office):
    world.everything.network.phone(CALLER).then_presses("8")
    assert came_of_it(dials_in("1", "", "01040", "", "1", "", "1", "", "1")) == CONVERSATION


def test_whoever_ticked_the_box_and_dials_is_waited_for_once_their_code_has_come(world, office):
    world.supporter_sends(dial="1", phone="", consent="", more_time="1")
    code = world.call_log.session.query(DialIn.code).scalar()
    world.everything.network.phone(CALLER).then_presses("1", code).is_reached_by_relay("1", "1")
    assert came_of_it(world.somebody_dials(CALLER)) == CONVERSATION


def told_of_the_office(world):
    """What the carrier was told to do when it rang an office, without the tokens of the calls."""
    turns = world.everything.network.requests("turn")
    return [re.sub(r"/voice/[^/]+/", "/voice/", one.body) for one in turns if "<Dial" in one.body]


def test_no_office_can_tell(world, relay, office):
    relay.answers().then_presses("1", "1", "1")
    world.supporter_asks_to_be_called()
    world.supporter_asks_to_be_called(more_time="1")
    usual, of_more_time = told_of_the_office(world)
    assert of_more_time == usual.replace("400ms", "1200ms")  # the words before it are the supporter's
