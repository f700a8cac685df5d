"""Whole calls from the form to the log, over real HTTP and the embedded phone network."""

from datetime import timedelta

import pytest

from app.telephony.local_network import Ender, Faults
from models import CallStatus, EndReason, LineOutcome, ReportedOutcome
from tests.world.examples import sized
from tests.world.people.journey import journey


def test_a_supporter_talks_to_their_office_and_says_so(world, supporter, office, call_log):
    supporter.then_presses("1")
    office.answers(after=6).talks_for(42)
    world.supporter_asks_to_be_called()
    call = call_log.only()
    assert (call.status, call.line_outcome) == (CallStatus.COMPLETED, LineOutcome.ANSWERED)
    assert (call.reported_outcome, call.reported_source) == (ReportedOutcome.CONTACT, "keypad")
    assert (call.ring_seconds, call.talk_seconds) == (6, 42)


def test_the_office_is_the_one_of_their_own_representative(world, supporter, office, call_log):
    office.answers().talks_for(10)
    world.supporter_asks_to_be_called(town="Holyoke")
    call = call_log.only()
    assert call.offices[0].office_holder.name == "Pat Duffy"
    assert "Representative Pat Duffy, who represents Holyoke" in world.program_says()


def test_the_office_sees_the_campaigns_number_and_never_the_supporters(world, supporter, office):
    office.answers().talks_for(10)
    world.supporter_asks_to_be_called()
    office_requests = [one for one in world.everything.network.requests() if "ParentCallSid" in one.parameters]
    assert {one.parameters["From"] for one in office_requests} == {"+16175550100"}


def test_the_group_and_that_they_asked_for_it_is_all_that_is_said_before_the_key(world, supporter, office):
    office.answers().talks_for(10)
    world.supporter_asks_to_be_called()
    greeted, _, whom = world.program_says().partition("We will connect you with ")
    once = "Hello. This is an automated call from Massachusetts Neighbors Together. You asked for this call. "
    keys = "To go on, press 1. If you didn't ask for it, press 9. If you need more time, press 8. "
    assert greeted == f"{once}To go on, press 1. {once}{keys}"
    assert whom.index("not recorded") < whom.index("Connecting you.")


@pytest.mark.parametrize(
    ("phone_does", "outcome"),
    [("is_busy", LineOutcome.BUSY), ("does_not_answer", LineOutcome.NO_ANSWER), ("is_unreachable", LineOutcome.FAILED)],
)
def test_an_office_that_is_not_reached_is_not_a_conversation(world, supporter, phone_does, outcome):
    getattr(world.office_phone, phone_does)()
    world.supporter_asks_to_be_called()
    call = world.call_log.only()
    assert (call.line_outcome, call.talk_seconds, call.reported_outcome) == (outcome, 0, None)


def test_an_office_rings_no_longer_than_its_limit(world, supporter, office, call_log):
    office.does_not_answer()
    world.supporter_asks_to_be_called()
    assert call_log.only().ring_seconds == 30


def test_a_conversation_ends_at_its_limit(world, supporter, office, call_log):
    office.answers().talks_for(5000)
    world.supporter_asks_to_be_called()
    assert call_log.only().talk_seconds == 900


def test_star_leaves_the_office_and_the_supporter_is_still_asked(world, supporter, office, call_log):
    supporter.then_presses("2")
    office.answers().talks_for(30, ended_by=Ender.STAR)
    world.supporter_asks_to_be_called()
    call = call_log.only()
    assert (call.talk_seconds, call.reported_outcome) == (30, ReportedOutcome.VOICEMAIL)


@pytest.mark.parametrize(
    ("phone_does", "status"),
    [
        ("is_busy", CallStatus.BUSY),
        ("declines", CallStatus.BUSY),
        ("does_not_answer", CallStatus.NO_ANSWER),
        ("is_unreachable", CallStatus.FAILED),
    ],
)
def test_a_supporter_who_is_not_reached_leaves_the_office_alone(world, call_log, phone_does, status):
    getattr(world.supporter_phone, phone_does)()
    world.supporter_asks_to_be_called()
    call = call_log.only()
    assert (call.status, call.line_outcome, call.talk_seconds) == (status, None, 0)
    assert len(call_log.legs()) == 1


@pytest.mark.parametrize(("stays", "reason"), [(60, None), (180, EndReason.NO_KEY)])
def test_a_voicemail_never_reaches_an_office(world, call_log, stays, reason):
    """Whether it hangs up on the greeting, which waits for as long as a phone that screens, or is hung up on."""
    world.supporter_phone.is_voicemail(stays=stays)
    world.supporter_asks_to_be_called()
    assert (call_log.only().end_reason, len(call_log.legs())) == (reason, 1)


def test_key_nine_ends_the_call_and_no_form_rings_that_number_again(world, call_log):
    world.supporter_phone.answers().then_presses("9", "9")
    world.supporter_asks_to_be_called()
    again = world.supporter_asks_to_be_called(phone="(617) 555 0123")
    assert call_log.only().end_reason is EndReason.REFUSED
    assert "We do not ring this number" in again.text


def test_the_script_can_be_heard_again(world, office, call_log):
    world.supporter_phone.answers().then_presses("1", "2", "1")
    office.answers().talks_for(10)
    world.supporter_asks_to_be_called()
    assert world.program_says().count("Here is what you can say") == 2
    assert call_log.only().talk_seconds == 10


def test_one_can_connect_at_once_without_hearing_the_script(world, office, call_log):
    world.supporter_phone.answers().then_presses("1").then_interrupts_with("1", after=8)
    office.answers().talks_for(10)
    world.supporter_asks_to_be_called()
    assert "That was the script" not in world.program_says()
    assert call_log.only().talk_seconds == 10


def test_a_wrong_key_is_asked_again_once(world, office, call_log):
    world.supporter_phone.answers().then_presses("7", "1", "7", "1", "1")
    office.answers().talks_for(10)
    world.supporter_asks_to_be_called()
    assert world.program_says().count("You asked for this call.") == 3  # greeted twice, and once more
    assert world.program_says().count("Sorry, we didn't get that.") == 1
    assert call_log.only().talk_seconds == 10


def test_silence_is_asked_again_once_and_then_the_call_ends(world, call_log):
    world.supporter_phone.answers().then_presses_nothing().then_presses_nothing()
    world.supporter_asks_to_be_called()
    assert "You didn't press a key" in world.program_says()
    assert call_log.only().status is CallStatus.COMPLETED


@pytest.mark.parametrize("nth", [1, 2, 3])
def test_hanging_up_at_any_question_leaves_no_leg_open(world, supporter, office, call_log, nth):
    supporter.hangs_up_during("gather", nth=nth)
    office.answers().talks_for(10)
    world.supporter_asks_to_be_called()
    assert call_log.only().status is CallStatus.COMPLETED
    assert all(leg.ended_at for leg in call_log.legs())


@pytest.mark.parametrize("verb", ["dial", "bridge"])
def test_hanging_up_while_the_office_rings_or_talks_ends_its_leg_too(world, supporter, office, call_log, verb):
    supporter.hangs_up_during(verb)
    office.answers(after=8).talks_for(60)
    world.supporter_asks_to_be_called()
    assert call_log.only().status is CallStatus.COMPLETED
    theirs, offices = (leg.ended_at for leg in call_log.legs())
    assert abs(theirs - offices) <= timedelta(seconds=1)


def test_every_request_of_the_carrier_was_signed_and_answered(world, supporter, office):
    office.answers().talks_for(10)
    world.supporter_asks_to_be_called()
    assert {(one.signed, one.status) for one in world.everything.network.requests()} == {(True, 200)}
    assert not world.everything.network.notices()


@pytest.mark.parametrize("seed", range(sized(1, 5)))
@pytest.mark.parametrize("faults", [{"repeat": True}, {"reorder": True}, {"repeat": True, "reorder": True}])
def test_repeated_and_reordered_reports_change_nothing(settings, campaign, faults, seed):
    with journey(settings, Faults(repeat_turns=True, seed=seed, **faults)) as world:
        world.supporter_phone.answers(after=4).then_presses("1", "1", "1")
        world.office_phone.answers(after=6).talks_for(42)
        world.supporter_asks_to_be_called()
        call = world.call_log.only()
    assert (call.status, call.line_outcome, call.reported_outcome) == ("completed", "answered", "contact")
    assert (call.ring_seconds, call.talk_seconds) == (6, 42)


def test_a_second_form_within_a_second_is_one_call(world, supporter, office, call_log):
    office.answers().talks_for(10)
    world.supporter_sends()
    world.supporter_sends()
    world.waits()
    assert len(call_log.all()) == 1


def test_whoever_cuts_the_sentence_short_is_on_the_line_sooner(world, supporter, office, call_log):
    supporter.cuts_short("Connecting you", "5")
    office.answers(after=6).talks_for(42)
    world.supporter_asks_to_be_called()
    call = call_log.only()
    assert (call.status, call.line_outcome, call.talk_seconds) == (CallStatus.COMPLETED, LineOutcome.ANSWERED, 42)


def test_a_star_before_the_office_rings_rings_nobody(world, supporter, office, call_log):
    supporter.cuts_short("Connecting you", "*")
    office.answers(after=6).talks_for(42)
    world.supporter_asks_to_be_called()
    assert len(call_log.legs()) == 1
    assert "in ten minutes" in world.program_says()
