"""How long a call takes until the office is dialed, and how long whatever picked up is spoken to."""

from itertools import chain

import pytest

from app.campaigns.texts import PHONE_READS
from app.demo_campaign import SCRIPT, TRANSLATED
from tests.world.every import every
from tests.world.graph import speaks
from voice_flows.length import lasts
from voice_flows.twiml.document import CUT_SECONDS
from voice_flows.verbs import Ask, Say
from voice_flows.words import WORDS

GREETINGS = ("greeting", "greeting_again", "greeting_last")
SCREEN_LISTENS_AFTER = 7
A_PRESS = 1  # second, from a step's first word to the key of whoever knows it


def sentences(step, **what):
    return [*chain.from_iterable(verb.says if isinstance(verb, Ask) else (verb,) for verb in speaks(step, **what))]


def spoken(verbs):
    return [it for it in verbs if isinstance(it, Say)]


def until_it_is_dialed(**what):
    """Seconds of what is said before the bridge, and of the wait for a key that cuts it short."""
    said = spoken(sentences("connect", **what))
    return lasts(said) - said[-1].pause + CUT_SECONDS


def waits(step, **what):
    return sum(verb.wait_seconds for verb in speaks(step, **what) if isinstance(verb, Ask))


@every("language", WORDS)
def test_who_presses_nothing_has_at_least_a_minute_and_no_more_than_a_quarter_longer(language):
    whole = sum(lasts(sentences(step, language=language)) + waits(step) for step in GREETINGS)
    assert 60 <= whole <= 75


@every("language", WORDS)
def test_a_phone_that_screens_hears_the_greeting_whole_once_it_listens(language):
    says = sentences("greeting", language=language)
    whole = [at for at, it in enumerate(says) if it.text == says[0].text]
    assert len(whole) == 2
    assert SCREEN_LISTENS_AFTER <= lasts(says[: whole[1]]) <= SCREEN_LISTENS_AFTER + 1.5


@every("language", WORDS)
@every("step", GREETINGS)
def test_before_a_key_was_pressed_nothing_is_said_of_whom_or_what_it_is_about(language, step):
    told = " ".join(it.text for it in sentences(step, language=language))
    assert "Neighbors Together" in told
    assert not [word for word in ("Duffy", "Safe Communities", "Holyoke") if word in told]


@every("language", WORDS)
def test_who_presses_at_once_is_connected_within_nine_seconds(language):
    assert 2 * A_PRESS + until_it_is_dialed(language=language) <= 9


@pytest.mark.parametrize(("language", "most"), [("en", 65), *((it, 95) for it in WORDS if it != "en")])
def test_who_listens_to_all_of_it_is_connected_soon(language, most):
    """The demo's script: told in their own language, and on key 2 in English."""
    own = {} if language == "en" else {"script_own": TRANSLATED[PHONE_READS.get(language, language)]["script"]}
    steps = ["script", *(["script_in_english"] if own else [])]
    what = {"language": language, "script": SCRIPT, **own}
    greeted = sentences("greeting", **what)[:2]
    told = [it for step in steps for it in sentences(step, **what)]
    assert lasts(spoken([*greeted, *told])) + until_it_is_dialed(**what) <= most
