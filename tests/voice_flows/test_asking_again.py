"""What was not caught is said once more, by 0 or a word, and then slowly; noise and silence are asked about again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.carrier.twiml import elements
from tests.world.every import every
from tests.world.examples import MANY
from tests.world.graph import LINES, RINGS, SITUATIONS, STEPS, speaks, walk
from tests.world.known import known
from voice_flows.click_to_call import FLOW
from voice_flows.flow import question_of
from voice_flows.hearing import AGAIN, UNCLEAR
from voice_flows.length import lasts
from voice_flows.outcomes import LineShowed
from voice_flows.twiml import Aloud, render
from voice_flows.verbs import Ask, Hears
from voice_flows.words import WORDS


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


@pytest.mark.parametrize(
    "step",
    ["ready-4", "ready-", "ready-1-0", "ready-9-1", "ready-1-1-1", "nowhere", "nowhere-1", "-1", "", "ready-1-100"],
)
def test_nobody_makes_steps_up(step):
    assert not FLOW.knows(step)


@pytest.mark.parametrize(
    "step", ["ready", "ready-1", "ready-2", "ready-0", "ready-9", "script-1-4", "script-2-4", "connect-3"]
)
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


@every("step", STEPS)
@every("what", SITUATIONS)
def test_words_that_mean_nothing_are_asked_again_and_never_hang_up(step, what):
    for line in LINES:
        for question in speaks(step, line, **what):
            if isinstance(question, Ask) and question.hears is Hears.KEY_OR_WORD:
                answered = known(showed=line, **what)
                for again in (step, f"{step}-0", f"{step}-1", f"{step}-9"):
                    assert FLOW.after(again, 1, answered, UNCLEAR) == f"{step}-0"
                assert FLOW.question(f"{step}-0", answered).keys == question.keys


NOISE = st.lists(st.sampled_from(["", UNCLEAR]), max_size=60).map(lambda heard: ["1", *heard])


@MANY
@given(heard=NOISE, line=st.sampled_from(LINES))
def test_noise_reaches_no_office(heard, line):
    assert not {*RINGS} & {*walk(heard, line)}


def test_silence_ends_no_call_before_it_was_asked_once_more_where_words_count():
    assert walk(["1"]) == ["greeting", "script", "ready", "ready-9", "no_key"]
    assert walk(["1"], language="ht") == ["greeting", "script", "ready", "no_key"]
    assert walk(["1", "1"])[-4:] == ["after_office", "survey_again", "survey_again-9", "goodbye"]


READ = ("script", "script_in_english", "points")
LONG = {"script": "One.\n\n" + "\n\n".join(["Five words make a sentence."] * 8), "points": ("It is fair.",) * 6}
VERY_LATE = 300.0


def after_zero(step, seconds, **what):
    told = known(**LONG | what)
    return FLOW.following(step, FLOW.speak(step, told), 1, "0", seconds)


def asked(step, **what):
    return question_of(FLOW.speak(step, known(**LONG | what)))


def ends_of(step, **what):
    """When each sentence has been said, in seconds."""
    says = asked(step, **what).says
    return [lasts(says[:count]) for count in range(1, len(says) + 1)]


@every("step", READ)
@every("language", WORDS)
def test_nobody_is_led_past_what_they_have_not_heard(step, language):
    whole = asked(step, language=language)
    for index, end in enumerate(ends_of(step, language=language)[: whole.told]):
        again = after_zero(step, end - 0.1, language=language)
        heard_again = asked(again, language=language).says
        assert len(whole.says) - len(heard_again) <= index


@every("step", READ)
def test_it_goes_back_a_sentence_or_two_and_not_to_the_beginning(step):
    whole, ends = asked(step), ends_of(step)
    middle = whole.told - 1
    skipped = len(whole.says) - len(asked(after_zero(step, ends[middle] - 0.1)).says)
    assert middle - 2 <= skipped <= middle


@every("step", READ)
def test_once_it_was_read_to_its_end_what_is_asked_is_said_again(step):
    whole = asked(step)
    assert asked(after_zero(step, VERY_LATE)).says == whole.says[whole.told :]


@every("step", READ)
def test_it_is_said_whole_where_nobody_knows_how_long_it_was_read(step):
    assert after_zero(step, None) == f"{step}-1"
    assert asked(f"{step}-1").says == asked(step).says


def test_the_second_time_it_is_slower_and_goes_back_as_far_as_that_takes():
    once = after_zero("script", ends_of("script")[5])
    slower = after_zero(once, 1.0)
    assert (once[:9], slower) == ("script-1-", once.replace("-1-", "-2-"))
    assert all(it.slow for it in asked(slower).says)
    assert lasts(asked(slower).says) > lasts(asked(once).says) * 1.2


@pytest.mark.parametrize("step", ["greeting", "ready", "after_office", "try_later", "never_again_sure"])
@pytest.mark.parametrize("seconds", [None, 1.0, VERY_LATE])
def test_a_short_question_is_asked_whole(step, seconds):
    again = FLOW.following(step, speaks(step), 1, "again" if step == "never_again_sure" else "0", seconds)
    assert question_of(FLOW.speak(again, known(showed="answered"))) is not None
    assert again == ("greeting" if again == "greeting" else f"{step}-1")
