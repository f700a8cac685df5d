"""The spoken words: their blanks, and numbers that a voice can read."""

from dataclasses import fields
from string import Formatter

import pytest

from tests.world.known import KNOWN, known
from voice_flows.known import Known
from voice_flows.length import seconds_to_speak
from voice_flows.speak import plain, say, spoken_number
from voice_flows.words import SPOKEN_KEYS, WORDS

FURTHER = {"press": 1, "choice": "Senator Kim Long"}  # blanks that a menu fills
EVERY = [(language, key) for language, words in WORDS.items() for key in words]
LONG = {
    "group": "Massachusetts Neighbors Together",
    "town": "Manchester-by-the-Sea",
    "representative": "Representative Tricia Farley-Bouvier",
    "passed_over": "Berkshire, Hampden, Franklin and Hampshire",
    "opens": "on Monday, November 30, at 9:00 AM",
    "booked": "on Monday, November 30, at 9:00 AM",
    "place": "Manchester-by-the-Sea",
}
WITHOUT_BLANKS = ["trouble", "unknown_call", "farewell"]


@pytest.mark.parametrize(("language", "key"), EVERY)
def test_every_blank_is_something_that_is_known(language, key):
    blanks = {blank for _, blank, _, _ in Formatter().parse(WORDS[language][key]) if blank is not None}
    assert blanks <= {field.name for field in fields(Known)} | set(FURTHER)


@pytest.mark.parametrize(("language", "key"), EVERY)
def test_no_blank_is_left_when_it_is_spoken(language, key):
    assert not set("{}") & set(say(key, known(language=language), **FURTHER).text)


def test_every_language_has_the_same_words():
    assert len({frozenset(words) for words in WORDS.values()}) == 1


def test_every_language_has_words_for_the_same_keys():
    assert len({frozenset(words) for words in SPOKEN_KEYS.values()}) == 1
    assert set(SPOKEN_KEYS) == set(WORDS)


@pytest.mark.parametrize(("language", "key"), EVERY)
def test_no_prompt_takes_longer_than_twelve_seconds(language, key):
    spoken = say(key, known(language=language, **LONG), **FURTHER)
    assert seconds_to_speak(spoken) <= 12


@pytest.mark.parametrize("key", WITHOUT_BLANKS)
def test_words_for_when_nothing_is_known_have_no_blanks(key):
    assert plain(key).text == say(key, KNOWN).text


def test_a_telephone_number_is_spoken_digit_by_digit():
    assert spoken_number("+16175550100") == "6 1 7, 5 5 5, 0 1 0 0"


def test_the_campaigns_number_is_said_at_the_end():
    assert "Neighbors Together at 6 1 7, 5 5 5, 0 1 0 0" in say("goodbye", KNOWN).text


def test_a_group_whose_name_has_braces_is_spoken_as_it_is():
    assert "{script}" in say("who_is_calling", known(group="{script}")).text
