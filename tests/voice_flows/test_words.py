"""The spoken words in every language: their blanks, their keys, their length, and numbers that a voice can read."""

import re
from collections import Counter
from string import Formatter

import pytest

from tests.world.every import every
from tests.world.known import KIM, KNOWN, PAT, known
from voice_flows.click_to_call import FLOW
from voice_flows.length import seconds_to_say
from voice_flows.names import Label, Title, Titled
from voice_flows.outcomes import LineShowed, WhyPassedOver
from voice_flows.parts.where import ANSWERS
from voice_flows.speak import plain, say
from voice_flows.twiml import render
from voice_flows.values import BlankValues, spoken_in, spoken_number
from voice_flows.words import CALLED, SPOKEN_KEYS, TITLES, WORDS

FURTHER = {"press": 1, "choice": KIM}  # blanks that a menu fills
EVERY = [(language, key) for language, words in WORDS.items() for key in words]
LONG = {
    "group": "Massachusetts Neighbors Together",
    "town": "Manchester-by-the-Sea",
    "representative": Titled("Tricia Farley-Bouvier", Title.REPRESENTATIVE),
    "passed_over": Titled("Berkshire, Hampden, Franklin and Hampshire"),
    "opens": "on Monday, November 30, at 9:00 AM",
    "booked": "on Monday, November 30, at 9:00 AM",
    "place": Label("Manchester-by-the-Sea"),
}
OTHERS = [(language, key) for language, key in EVERY if language != "en"]
KEY_NAMES = {
    "en": {"star": "*", "pound": "#"},
    "es": {"asterisco": "*", "estrella": "*", "numeral": "#"},
    "pt": {"asterisco": "*", "estrela": "*", "jogo da velha": "#"},
    "ht": {"etwal": "*", "dyèz": "#"},
    "zh": {"星号键": "*", "井号键": "#"},
    "yue": {"星號鍵": "*", "井號鍵": "#"},
}
WITHOUT_BLANKS = ["trouble", "unknown_call", "farewell"]


def blanks(language, key):
    return {blank for _, blank, _, _ in Formatter().parse(WORDS[language][key]) if blank is not None}


def keys_named(language, key):
    """The digits and the other keys that a prompt names."""
    text = re.sub(r"{\w+}", "", WORDS[language][key])
    named = "|".join(KEY_NAMES[language])
    return Counter(
        KEY_NAMES[language].get(name, name) for name in re.findall(rf"\d|(?<![a-z])(?:{named})(?![a-z])", text)
    )


@every(("language", "key"), EVERY)
def test_every_blank_is_something_that_is_known(language, key):
    assert blanks(language, key) <= set(BlankValues(KNOWN)) | set(FURTHER)


@every(("language", "key"), OTHERS)
def test_every_language_fills_the_same_blanks(language, key):
    assert blanks(language, key) == blanks("en", key)


@every(("language", "key"), OTHERS)
def test_every_language_names_the_same_keys(language, key):
    assert keys_named(language, key) == keys_named("en", key)


@every(("language", "key"), EVERY)
def test_no_blank_is_left_when_it_is_spoken(language, key):
    assert not set("{}") & set(say(key, known(language=language), **FURTHER).text)


def test_every_language_has_the_same_words():
    assert len({frozenset(words) for words in WORDS.values()}) == 1


def test_every_language_has_words_for_the_same_keys():
    assert len({frozenset(words) for words in SPOKEN_KEYS.values()}) == 1
    assert set(SPOKEN_KEYS) == set(WORDS)


@pytest.mark.parametrize("language", SPOKEN_KEYS)
def test_no_word_stands_for_two_keys(language):
    words = [word for said in SPOKEN_KEYS[language].values() for word in said]
    assert [word for word, often in Counter(words).items() if often > 1] == []
    assert [word for word in words if word != word.casefold().strip()] == []


def test_no_name_stands_for_two_languages():
    names = [name for called in CALLED.values() for name in called]
    assert len(names) == len(set(names))


@every("step", FLOW.steps)
@every("language", WORDS)
def test_every_step_can_be_spoken_in_every_language(language, step):
    for found in ANSWERS:
        why = WhyPassedOver.NO_NUMBER
        gap = {"found": found, "choices": (KIM,), "passed_over": PAT, "passed_over_why": why}
        what = known(language=language, nth=2, total=2, showed=LineShowed.BUSY, **gap)
        assert render(FLOW.speak(step, what))


@every(("language", "key"), EVERY)
def test_no_prompt_takes_longer_than_twelve_seconds(language, key):
    spoken = say(key, known(language=language, **LONG), **FURTHER)
    assert seconds_to_say(spoken.text, language) <= 12


@pytest.mark.parametrize("key", WITHOUT_BLANKS)
def test_words_for_when_nothing_is_known_have_no_blanks(key):
    assert plain(key).text == say(key, KNOWN).text


def test_a_telephone_number_is_spoken_digit_by_digit():
    assert spoken_number("+16175550100") == "6 1 7, 5 5 5, 0 1 0 0"


def test_the_campaigns_number_is_said_at_the_end():
    assert "Neighbors Together at 6 1 7, 5 5 5, 0 1 0 0" in say("goodbye", KNOWN).text


def test_a_group_whose_name_has_braces_is_spoken_as_it_is():
    assert "{script}" in say("who_is_calling", known(group="{script}")).text


@pytest.mark.parametrize(
    ("language", "representative", "senator"),
    [
        ("en", "Representative Pat Duffy", "Senator Kim Long"),
        ("es", "Pat Duffy", "Kim Long"),
        ("pt", "Pat Duffy", "Kim Long"),
        ("ht", "Reprezantan Pat Duffy", "Senatè Kim Long"),
        ("zh", "州众议员 Pat Duffy", "州参议员 Kim Long"),
        ("yue", "州眾議員 Pat Duffy", "州參議員 Kim Long"),
    ],
)
def test_an_english_title_becomes_that_of_the_language(language, representative, senator):
    assert spoken_in(language, PAT) == representative
    assert spoken_in(language, KIM) == senator


@every("name", ["", "Senator", "Franklin", "Senator Kim Long", "Representatives United", "Holyoke"])
@every("language", TITLES)
def test_whatever_has_no_title_stays(language, name):
    assert spoken_in(language, Titled(name)) == name


def test_every_language_has_words_for_the_same_titles():
    assert {frozenset(titles) for titles in TITLES.values()} == {frozenset(Title)}


@every("language", ["es", "pt"])
@every("key", WORDS["en"])
def test_no_english_title_is_heard_among_spanish_or_portuguese_words(language, key):
    names = {"passed_over": KIM, "next_representative": Titled("Lee Roy", Title.SENATOR)}
    told = say(key, known(language=language, **names), **FURTHER).text
    assert "Senator " not in told
    assert "Representative " not in told


def test_the_name_left_open_in_a_script_is_told_in_the_script_s_language():
    what = known(language="es", script="I am [name]. [Representative]", script_own="Soy [name]. [Representative]")
    told = {step: [said.text for said in FLOW.question(step, what).says] for step in ("script", "script_in_english")}
    assert "I am … your name. Representative Pat Duffy" in told["script_in_english"]
    assert "Soy … su nombre. Pat Duffy" in told["script"]


@pytest.mark.parametrize(
    ("language", "spoken"),
    [
        ("en", "ZIP code 0 1 0 4 0"),
        ("es", "código postal 0 1 0 4 0"),
        ("pt", "ZIP code 0 1 0 4 0"),
        ("ht", "zip kòd 0 1 0 4 0"),
        ("zh", "邮编 0 1 0 4 0"),
        ("yue", "郵區編號 0 1 0 4 0"),
    ],
)
def test_a_zip_code_is_spoken_digit_by_digit(language, spoken):
    assert spoken_in(language, Label(zip_code="01040")) == spoken
    assert spoken_in(language, Label("Boston Ward 4")) == "Boston Ward 4"


@every(("key", "words"), WORDS["en"].items())
def test_english_is_said_as_in_massachusetts(key, words):
    abroad = r"\b(ring you|rung|key in|hash|post ?code|whilst|enquir\w+|engaged|constituency|queue|surgery)\b"
    assert not re.search(abroad, words, re.IGNORECASE)
    assert not re.search(r"\b(we did not|we cannot|we will not|do not|you are next to)\b", words, re.IGNORECASE)
