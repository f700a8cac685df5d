"""Whoever uses a relay or captions, or needs more time, is waited for three times as long, and no office can tell."""

from itertools import chain

import pytest

from tests.world.every import every
from tests.world.graph import LINES, RINGS, STEPS, asked, said, speaks, walk
from tests.world.known import known
from voice_flows.click_to_call import FLOW, HOTLINE_FIRST
from voice_flows.known import MORE_TIME, OwnPrompt
from voice_flows.twiml import render
from voice_flows.verbs import Ask, Say
from voice_flows.words import WORDS

PATIENT = {"patience": MORE_TIME}
GIVE_IT = {"more_time", "hotline_more_time"}  # as long as they are for everybody: whoever comes there needs more time
OFFER_IT = {"greeting", "greeting_again", "greeting_last", "welcome"}
ASKING = sorted(step for step in STEPS if asked(speaks(step)) and step not in GIVE_IT)
GREETS = {"greeting", "greeting_again", "greeting_last"}  # said thrice, so that they wait less for everybody else
POINTS = {"points": ("It is fair.",)}


def waits(step, **what):
    return [verb.wait_seconds for verb in speaks(step, **what) if isinstance(verb, Ask)]


def silences(step, **what):
    """After each sentence that a voice says, but for what the greetings say of more time."""
    verbs = chain.from_iterable(verb.says if isinstance(verb, Ask) else (verb,) for verb in speaks(step, **what))
    return [(verb.text, verb.pause) for verb in verbs if isinstance(verb, Say)]


@every("step", sorted(GREETS))
def test_each_greeting_waits_as_long_as_any_question(step):
    assert all(seconds >= 24 for seconds in waits(step, **PATIENT))


@every("step", sorted(set(ASKING) - {"waits_turn"} - GREETS))
def test_every_question_waits_three_times_as_long(step):
    assert waits(step, **PATIENT) == [3 * seconds for seconds in waits(step)]


def test_nobody_else_in_an_offices_line_waits_for_longer():
    assert waits("waits_turn", **PATIENT) == waits("waits_turn") == [15]


@every("step", sorted(set(STEPS) - OFFER_IT - GIVE_IT))
@every("line", LINES)
def test_the_same_is_said_with_silences_three_times_as_long(step, line):
    usual = silences(step, line=line, **POINTS)
    assert silences(step, line=line, **POINTS, **PATIENT) == [(text, pause * 3) for text, pause in usual]


@every("step", RINGS)
def test_an_office_is_rung_no_otherwise(step):
    assert speaks(step, **PATIENT)[-1] == speaks(step)[-1]


@pytest.mark.parametrize("first", ["greeting", "greeting_again", HOTLINE_FIRST])
def test_an_eight_gives_more_time_from_the_same_words_on(first):
    gives = FLOW.after(first, 1, known(), "8")
    begins = HOTLINE_FIRST if first == HOTLINE_FIRST else "greeting"
    assert gives in GIVE_IT
    assert speaks(gives) == speaks(begins, **PATIENT)


@every("language", WORDS)
def test_it_is_offered_in_the_greeting_and_then_said_to_be_so(language):
    offer, promise = WORDS[language]["more_time_key"], WORDS[language]["more_time"]
    assert (offer in said(["greeting"], language=language), promise in said(["greeting"], language=language)) == (1, 0)
    told = said(["more_time"], language=language)
    assert (offer in told, promise in told) == (False, True)


@pytest.mark.parametrize(("step", "key"), [("welcome", "more_time_key"), ("hotline_more_time", "more_time")])
def test_the_hotline_says_it_in_every_language(step, key):
    assert [language for language in WORDS if WORDS[language][key] not in said([step])] == []


def test_the_hotline_says_it_in_the_campaigns_own_words_of_each_language():
    own = {"es": {"more_time_key": OwnPrompt("Más tiempo: 8.")}}
    told = said(["welcome"], offers=own)
    assert "Más tiempo: 8." in told
    assert WORDS["es"]["more_time_key"] not in told
    assert WORDS["es"]["this_language"].format(press=2) in told


def test_a_second_eight_does_no_harm():
    assert walk(["8", "8", "1"])[:4] == ["greeting", "more_time", "more_time", "script"]


def test_what_a_carrier_reads_waits_as_long():
    assert 'timeout="24"' in render(speaks("greeting", **PATIENT), next_url="https://call.example.org/next")
