"""Every sentence is cut short by a key: a question's by its answer, all others by any key, which answers nothing."""

import pytest

from tests.world.carrier.twiml import elements
from tests.world.every import every
from tests.world.graph import LINES, RINGS, SITUATIONS, STEPS, speaks
from tests.world.known import known
from voice_flows.click_to_call import FLOW
from voice_flows.twiml import render
from voice_flows.verbs import Bridge, HangUp
from voice_flows.words import WORDS

NEXT = "https://call.example.org/next"


def rendered(step, line=LINES[0], **what):
    return elements(render(speaks(step, line, **what), next_url=NEXT, cut_url=NEXT))


def said_outside(document):
    """What is said that no key would cut short."""
    inside = {id(child) for gather in document if gather.tag == "Gather" for child in gather.iter()}
    return [it.tag for it in document if it.tag in {"Say", "Play"} and id(it) not in inside]


@every("step", STEPS)
@every("what", SITUATIONS)
def test_every_sentence_is(step, what):
    for line in LINES:
        assert said_outside(rendered(step, line, **what)) == []


@every("language", WORDS)
def test_so_it_is_in_every_language(language):
    assert [step for step in STEPS if said_outside(rendered(step, language=language))] == []


def test_the_wait_for_a_key_is_as_short_as_carriers_make_it_and_takes_the_place_of_a_silence():
    (gather,) = [it for it in rendered("connect") if it.tag == "Gather"]
    assert (gather.get("timeout"), gather.get("input"), gather.get("numDigits")) == ("1", "dtmf", "1")
    assert [it for it in gather.iter() if it.tag == "break"] == []


@pytest.mark.parametrize("step", RINGS)
def test_whoever_knows_the_sentence_is_put_through_at_once(step):
    at_once = FLOW.after(step, 1, known(), "5")
    (bridge,) = FLOW.speak(at_once, known())
    assert isinstance(bridge, Bridge)
    assert FLOW.after(at_once, 2, known(), "") == "after_office"


@pytest.mark.parametrize("step", RINGS)
def test_a_star_before_the_office_rings_rings_nobody(step):
    assert FLOW.after(step, 1, known(), "*") == "come_back"
    assert not any(isinstance(verb, Bridge) for verb in speaks("come_back"))


@pytest.mark.parametrize("key", ["1", "5", "*"])
def test_a_key_answers_nothing_where_nothing_was_asked(key):
    assert FLOW.after("talked", 1, known(next_representative=known().office.representative), key) == "next_office"


def test_last_words_are_said_again_by_a_zero_and_ended_by_any_other_key():
    again = [FLOW.after(step, 1, known(), "0") for step in ("goodbye", "goodbye-1", "goodbye-2")]
    assert again == ["goodbye-1", "goodbye-2", "goodbye-2"]
    assert FLOW.speak("goodbye-1", known()) == FLOW.speak("goodbye", known())
    assert FLOW.speak(FLOW.after("goodbye", 1, known(), "5"), known()) == (HangUp(),)
