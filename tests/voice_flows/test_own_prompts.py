"""Prompts of the campaign's own: said in place of the built-in words, as text or as a sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.carrier.twiml import elements, names, the
from tests.world.examples import MANY
from tests.world.graph import VACANT
from tests.world.known import KIM, KNOWN, known
from voice_flows.blanks import blanks_in, fill_blanks, name_blank
from voice_flows.click_to_call import FLOW
from voice_flows.known import OwnPrompt
from voice_flows.outcomes import LineShowed
from voice_flows.speak import say
from voice_flows.twiml import render
from voice_flows.verbs import Ask, Play, Say
from voice_flows.words import WORDS

URL = "https://call.example.org/recordings/abc.wav"
RECORDED = OwnPrompt("Hi, this is {group}, for {representative}.", URL)


def with_own(**prompts):
    return known(prompts={key: OwnPrompt(own) if isinstance(own, str) else own for key, own in prompts.items()})


def test_an_own_text_is_said_with_its_blanks_filled():
    told = say("goodbye", with_own(goodbye="Bye from {group}, {campaign_number}."), pause=0.8)
    assert told == Say("Bye from Neighbors Together, 6 1 7, 5 5 5, 0 1 0 0.", "en", 0.8)


def test_what_has_no_own_prompt_is_said_as_ever():
    assert say("ready", with_own(goodbye="Bye.")) == say("ready", KNOWN)


def test_a_sound_is_played_and_says_what_it_says():
    told = say("goodbye", with_own(goodbye=OwnPrompt("Bye from {group}.", URL)))
    assert told == Play(URL, "Bye from Neighbors Together.", "en", 0.4)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("who_is_calling", ""),
        ("whom", "Representative Pat Duffy"),
        ("connecting", "Representative Pat Duffy"),
        ("seat_vacant", "Senator Kim Long"),
        ("goodbye", ""),
        ("several", ""),
    ],
)
def test_the_name_that_a_sound_cannot_know_is_spoken_after_it(key, name):
    own = known(prompts={key: RECORDED}, passed_over=KIM)
    assert say(key, own).name == name


def test_a_played_sound_and_its_name_are_what_the_carrier_reads():
    twiml = render([say("connecting", with_own(connecting=RECORDED))])
    assert names(twiml) == ["Response", "Play", "Say", "break"]
    assert (the("Play", twiml).text, the("Say", twiml).text) == (URL, "Representative Pat Duffy")


def test_a_sound_without_a_name_is_played_alone():
    assert names(render([Play(URL, "Bye.", pause=0.4)])) == ["Response", "Play"]


def test_a_question_may_be_played():
    twiml = render([Ask((Play(URL, "Press 1."), Say("Or 9.")), {}, "goodbye")], next_url="https://example.org/next")
    assert [child.tag for child in the("Gather", twiml)] == ["Play", "Say"]


@pytest.mark.parametrize("step", sorted(FLOW.steps))
def test_every_step_may_be_played(step):
    own = known(prompts=dict.fromkeys(WORDS["en"], RECORDED), showed=LineShowed.BUSY, **VACANT)
    assert {one.text for one in elements(render(FLOW.speak(step, own))) if one.tag == "Play"} <= {URL}


def test_what_stands_in_the_script_is_spoken_even_where_a_sound_is_given():
    own = with_own(your_name=OwnPrompt("so and so", URL))
    assert "my name is so and so" in " ".join(said.text for said in FLOW.speak("script", own)[0].says)


def test_an_own_prompt_is_in_the_language_of_the_call():
    own = known(language="ht", prompts={"farewell": OwnPrompt("Orevwa.")})
    assert say("farewell", own) == Say("Orevwa.", "ht", 0.4)


def test_blanks_are_named_once_and_in_their_order():
    assert blanks_in("{b} {a} {b} {} { a} {a.b}") == ("b", "a")
    assert name_blank("{group} for {passed_over}") == "passed_over"


@pytest.mark.parametrize("text", ["{", "}", "{}", "{0}", "{group.x}", "{group!r:>9}", "{nothing}", "{{group"])
def test_what_is_no_blank_stays_as_it_was_written(text):
    assert fill_blanks(text, {"town": "Holyoke"}) == text


@MANY
@given(st.text(st.sampled_from("{}abgroup .![]0")))
def test_no_own_text_ends_a_call(text):
    say("goodbye", with_own(goodbye=text))


@MANY
@given(st.text())
def test_a_value_with_braces_is_not_filled_again(value):
    assert fill_blanks("{group}", {"group": value, "town": "Holyoke"}) == value
