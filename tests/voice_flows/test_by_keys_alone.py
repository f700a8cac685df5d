"""Calls by a carrier that can do less: nobody is asked to speak where nobody listens, or to press a star in vain."""

import pytest

from tests.world.carrier.twiml import the
from tests.world.every import every
from tests.world.graph import RINGS, STEPS, said, speaks
from voice_flows.click_to_call import FLOW
from voice_flows.twiml import render
from voice_flows.verbs import Ask
from voice_flows.words import WORDS

DEAF, STARLESS = {"listens": False}, {"star_leaves": False}


def asked(step, **what):
    return [verb for verb in speaks(step, **what) if isinstance(verb, Ask)]


@every("step", STEPS)
def test_no_question_listens_and_each_leads_where_it_did(step):
    for by_keys, usual in zip(asked(step, **DEAF), asked(step), strict=True):
        assert not by_keys.hears.listens
        assert (by_keys.keys, by_keys.otherwise) == (usual.keys, usual.otherwise)


@pytest.mark.parametrize("step", ["greeting", "script", "where", "waits_turn"])
def test_the_carrier_is_told_to_wait_for_keys_alone(step):
    gather = the("Gather", render(speaks(step, hints=("Holyoke",), **DEAF))).attrib
    assert gather["input"] == "dtmf"
    assert not {"speechTimeout", "language", "hints"} & gather.keys()


def test_a_place_is_five_keys():
    assert the("Gather", render(speaks("where", **DEAF))).get("numDigits") == "5"
    assert FLOW.following("where", speaks("where", **DEAF), 1, "01040") == "located"


@pytest.mark.parametrize("what", [{}, {"asks_place": False}, {"found": "many"}])
def test_nobody_is_asked_to_say_where_they_live(what):
    for step in ("where", "where_again", "located"):
        assert "say" not in said([step], **DEAF, **what).split()


@every("step", RINGS)
@every("language", WORDS)
def test_no_star_is_spoken_of_where_none_leaves_an_office(language, step):
    star = {"en": "star", "es": "asterisco", "pt": "asterisco", "ht": "etwal", "zh": "星号", "yue": "星號"}[language]
    assert star not in said([step], language=language, **STARLESS)


@every("step", RINGS)
def test_the_carrier_is_not_asked_for_it_either(step):
    assert "hangupOnStar" not in the("Dial", render(speaks(step, **STARLESS))).attrib


def test_a_carrier_that_tells_nothing_of_the_office_is_not_asked_to():
    assert the("Number", render(speaks("connect"))).attrib == {}


def test_a_carrier_that_adds_nothing_rings_as_long_as_it_is_told():
    verbs = speaks("connect", ring_limit=30)
    assert the("Dial", render(verbs, adds_seconds=0)).get("timeout") == "30"
