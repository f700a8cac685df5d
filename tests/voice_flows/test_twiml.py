"""What a step says, as the carrier reads it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.world.carrier.twiml import VERBS, elements, names, the, words
from tests.world.every import every
from tests.world.examples import MANY
from tests.world.known import known
from voice_flows.click_to_call import FLOW
from voice_flows.names import Titled
from voice_flows.twiml import render
from voice_flows.verbs import Ask, HangUp, Say

NEXT, STATUS = "https://call.example.org/voice/t/next", "https://call.example.org/voice/t/status"
EVERY_STEP = [(step, line) for step in FLOW.steps for line in ("answered", "busy")]
PLACE = {"found": "representatives", "choices": ("Representative Lee Roy", "Representative Kim Long")}
ANYTHING = st.text(st.one_of(st.characters(), st.sampled_from("\x00\x0b\x1b\ud800\udfff\ufffe\u202e<>&\"'🤙")))


def spoken(step, **what):
    return render(FLOW.speak(step, known(**PLACE | what)), next_url=NEXT, status_url=STATUS)


@every(("step", "line"), EVERY_STEP)
def test_only_these_verbs_are_ever_sent(step, line):
    assert set(names(spoken(step, showed=line))) <= VERBS


@every(("step", "line"), EVERY_STEP)
def test_nothing_is_ever_recorded_transcribed_or_listened_in_on(step, line):
    attributes = [name.lower() for element in elements(spoken(step, showed=line)) for name in element.attrib]
    assert not [name for name in attributes if "record" in name or "transcri" in name]


@MANY
@given(ANYTHING)
@example("\x00\x0b\ud800\udc00\ufffe]]><Record/>&amp;\"'🤙")
def test_any_text_gives_a_document_that_can_be_read(text):
    twiml = spoken("script", script=text, town=text, representative=Titled(text))
    assert set(names(twiml)) <= VERBS


@MANY
@given(ANYTHING)
def test_any_group_and_subject_give_a_document_that_can_be_read(text):
    assert names(spoken("greeting", group=text, subject=text))[0] == "Response"


def test_markup_in_a_text_is_spoken_and_not_obeyed():
    assert "<Dial>900</Dial>" in words(spoken("greeting", group="<Dial>900</Dial>"))


def test_emoji_and_accents_survive():
    assert "José 🤙" in words(spoken("greeting", group="José 🤙"))


def test_silence_asks_the_same_address_as_a_key():
    twiml = spoken("greeting")
    assert the("Gather", twiml).get("action") == the("Redirect", twiml).text == NEXT


def test_a_question_waits_for_one_key():
    gather = the("Gather", spoken("greeting")).attrib
    assert (gather["numDigits"], gather["input"], gather["timeout"]) == ("1", "dtmf", "5")


def test_no_voice_is_taken_for_a_key_before_somebody_pressed_one():
    assert the("Gather", spoken("greeting")).get("input") == the("Gather", spoken("never_again_sure")).get("input")
    assert the("Gather", spoken("greeting")).get("input") == "dtmf"


def test_after_that_a_word_does_as_well_as_a_key():
    assert the("Gather", spoken("ready")).get("input") == "dtmf speech"


@pytest.mark.parametrize("step", ["script", "points", "waits_turn"])
def test_who_reads_aloud_or_talks_beside_the_phone_answers_nothing(step):
    assert the("Gather", spoken(step)).get("input") == "dtmf"


def test_a_place_is_five_keys_or_any_words_with_the_towns_for_hints():
    gather = the("Gather", spoken("where", hints=("Acton", "Boston"))).attrib
    assert (gather["numDigits"], gather["input"], gather["hints"]) == ("5", "dtmf speech", "Acton,Boston")


@pytest.mark.parametrize(("limit", "timeout"), [(30, "25"), (60, "55"), (11, "6"), (10, "5"), (6, "5"), (1, "5")])
def test_the_carrier_adds_five_seconds_to_the_ring_limit(limit, timeout):
    assert the("Dial", spoken("connect", ring_limit=limit)).get("timeout") == timeout


def test_the_office_sees_the_campaigns_number():
    assert the("Dial", spoken("connect")).get("callerId") == "+16175550100"


def test_a_conversation_has_its_limit_and_star_leaves_it():
    dial = the("Dial", spoken("connect")).attrib
    assert (dial["timeLimit"], dial["hangupOnStar"]) == ("900", "true")


def test_after_the_office_we_are_asked_what_comes_next():
    assert the("Dial", spoken("connect")).get("action") == NEXT


def test_the_progress_of_the_office_is_reported():
    number = the("Number", spoken("connect")).attrib
    assert number["statusCallback"] == STATUS
    assert number["statusCallbackEvent"] == "initiated ringing answered completed"


def test_a_number_without_extension_sends_no_digits():
    assert "sendDigits" not in the("Number", spoken("connect")).attrib


def test_an_extension_is_dialled_two_seconds_after_the_switchboard_answers():
    assert the("Number", spoken("connect", extension="1234")).get("sendDigits") == "wwww1234"


def test_the_carrier_listens_for_machines_only_where_it_is_to():
    verbs = FLOW.speak("connect", known(**PLACE))
    assert "machineDetection" not in the("Number", render(verbs, next_url=NEXT)).attrib
    number = the("Number", render(verbs, next_url=NEXT, machine_url=STATUS)).attrib
    assert (number["machineDetection"], number["amdStatusCallback"]) == ("Enable", STATUS)


def test_a_pause_follows_the_words():
    assert the("break", render([Say("Hello", pause=0.8)])).get("time") == "800ms"


def test_hanging_up_is_the_last_that_is_said():
    assert names(render([Say("Goodbye."), HangUp()])) == ["Response", "Say", "Hangup"]


def test_a_key_that_is_not_asked_for_leads_elsewhere():
    assert Ask((), {"1": "on"}, "else").leads_to("2") == "else"
