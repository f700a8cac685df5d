"""Whoever did not catch a question hears it once more, and then slowly: by a 0 without a meaning, or by a word."""

import pytest

from tests.world.carrier.twiml import elements
from tests.world.every import every
from tests.world.graph import STEPS, speaks
from tests.world.known import known
from voice_flows.click_to_call import FLOW
from voice_flows.flow import question_of
from voice_flows.hearing import AGAIN
from voice_flows.outcomes import LineShowed
from voice_flows.twiml import Aloud, render


def question(step, **what):
    return question_of(speaks(step, **what))


ASKING = [step for step in STEPS if question(step)]
KEYS = {
    "0": [step for step in ASKING if not question(step).hears.is_place],
    AGAIN: [step for step in ASKING if question(step).hears.listens],
}


@every(("heard", "step"), [(heard, step) for heard, steps in KEYS.items() for step in steps])
def test_it_is_asked_once_more_and_then_slowly(heard, step):
    once, slowly = f"{step}-1", f"{step}-2"
    answered = known(showed=LineShowed.ANSWERED)
    led_to = [FLOW.after(it, 1, answered, heard) for it in (step, once, slowly)]
    meant = question(step).keys.get(heard)
    assert led_to == ([meant] * 3 if meant else [once, slowly, slowly])
    assert question(once) == question(step)
    assert all(it.slow for it in question(slowly).says)


def test_every_other_answer_leads_on_as_before():
    answered = known(showed=LineShowed.ANSWERED)
    for key in ("1", "2", "3", "4", ""):
        led_to = {FLOW.after(step, 1, answered, key) for step in ("after_office", "after_office-1", "after_office-2")}
        assert len(led_to) == 1


def test_where_a_zip_code_is_keyed_a_zero_is_a_part_of_it():
    assert FLOW.after("where", 1, known(), "0") == "located"
    assert FLOW.after("where", 1, known(), AGAIN) == "where-1"


@pytest.mark.parametrize("step", ["ready-3", "ready-", "ready-1-1", "nowhere", "nowhere-1", "-1", ""])
def test_nobody_makes_steps_up(step):
    assert not FLOW.knows(step)


@pytest.mark.parametrize("step", ["ready", "ready-1", "ready-2"])
def test_those_there_are(step):
    assert FLOW.knows(step)


def test_slowly_is_slower_for_a_voice_and_for_recordings():
    spoken = elements(render(FLOW.speak("ready-2", known())))
    assert {one.get("rate") for one in spoken if one.tag == "prosody"} == {"75%"}
    usual, slow = (
        len(elements(render(FLOW.speak(step, known(language="ht")), aloud=Aloud(sounds="https://x.example/v"))))
        for step in ("ready", "ready-2")
    )
    assert slow > usual
