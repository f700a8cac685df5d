"""Words instead of keys, for phones that have none."""

import pytest

from voice_flows.hearing import AGAIN, asks_again, key_said
from voice_flows.words import IN_PASSING, SPOKEN_KEYS


@pytest.mark.parametrize(
    ("speech", "key"),
    [
        ("One.", "1"),
        ("yes", "1"),
        ("Yes, please", "1"),
        ("press 1", "1"),
        ("again", AGAIN),
        ("no", "0"),
        ("skip it", "*"),
    ],
)
def test_a_word_stands_for_its_key(speech, key):
    assert key_said(speech, "en", {*"012*", AGAIN}) == key


@pytest.mark.parametrize(
    ("language", "speech", "key"),
    [
        ("es", "Sí.", "1"),
        ("es", "si, por favor", "1"),
        ("es", "oprima 2", "2"),
        ("es", "Otra vez", AGAIN),
        ("es", "una vez más", AGAIN),
        ("es", "estrella", "*"),
        ("pt", "Sim", "1"),
        ("pt", "de novo", AGAIN),
        ("pt", "não", "0"),
        ("pt", "próximo gabinete", "*"),
        ("ht", "wi", "1"),
        ("ht", "de", "2"),
        ("ht", "yon lòt fwa", AGAIN),
        ("ht", "yon lòt biwo", "*"),
        ("zh", "一。", "1"),
        ("zh", "好的，谢谢", "1"),
        ("zh", "按1", "1"),
        ("zh", "请再听一遍", AGAIN),
        ("zh", "没有人接电话", "3"),
        ("zh", "不对", "0"),
        ("zh", "请跳过", "*"),
        ("yue", "係呀", "1"),
        ("yue", "唔係", "0"),
        ("yue", "唔該再講多次", AGAIN),
        ("yue", "冇人聽電話", "3"),
    ],
)
def test_every_language_has_its_words(language, speech, key):
    assert key_said(speech, language, {*"0123459*", AGAIN}) == key


def test_a_no_that_leads_nowhere_leaves_the_rest_of_the_answer():
    assert key_said("no contestó nadie", "es", set("1234")) == "3"


@pytest.mark.parametrize(
    ("language", "speech"),
    [
        ("en", "one moment please"),
        ("en", "not right"),
        ("es", "un momento, sí"),
        ("es", "no es correcto"),
        ("pt", "um momento"),
        ("ht", "yon ti moman"),
        ("ht", "diznèf"),
        ("zh", "等一下"),
        ("zh", "十一"),
        ("zh", "不正确"),
        ("zh", "我不知道这里应该要说什么是的"),
    ],
)
def test_what_only_sounds_like_yes_is_no_key(language, speech):
    assert key_said(speech, language, set("12*")) == ""


@pytest.mark.parametrize(("speech", "key"), [("go back", "0"), ("leave a message", "1"), ("left a message", "2")])
def test_the_longest_phrase_is_meant(speech, key):
    assert key_said(speech, "en", set("012*")) == key


@pytest.mark.parametrize("language", SPOKEN_KEYS)
def test_every_word_of_every_language_stands_for_its_key_and_no_other(language):
    every = {*"0123456789*", AGAIN}
    for key, words in SPOKEN_KEYS[language].items():
        assert {word: key_said(word, language, every) for word in words} == dict.fromkeys(words, key)


def test_a_question_may_know_further_words():
    assert key_said("Español, por favor", "en", set("12"), {"2": ("español",)}) == "2"


@pytest.mark.parametrize("speech", ["", "yes no", "hello", "I do not know what one says about that", "nineteen"])
def test_what_fits_none_or_several_is_no_key(speech):
    assert key_said(speech, "en", set("012")) == ""


def test_a_key_that_leads_nowhere_is_not_meant():
    assert key_said("nine", "en", set("12")) == ""


def test_a_language_without_such_words_still_knows_digits():
    assert key_said("2", "xx", set("12")) == "2"


@pytest.mark.parametrize(("language", "words"), IN_PASSING.items())
def test_what_is_said_in_passing_rings_nobody(language, words):
    assert {word: key_said(word, language, set("012*")) for word in words} == dict.fromkeys(words, "1")
    assert {word: key_said(word, language, set("012*"), firm=True) for word in words} == dict.fromkeys(words, "")


@pytest.mark.parametrize(
    ("speech", "language", "key"),
    [
        ("one", "en", "1"),
        ("1", "en", "1"),
        ("okay, connect", "en", "1"),
        ("yes please", "en", "1"),
        ("one moment", "en", ""),
        ("uno", "es", "1"),
        ("un momento, uno solo", "es", ""),
        ("sí", "es", "1"),
        ("wi", "ht", "1"),
        ("接通", "zh", "1"),
    ],
)
def test_a_firm_answer_rings(speech, language, key):
    assert key_said(speech, language, set("012*"), firm=True) == key


@pytest.mark.parametrize(
    ("speech", "language", "is_asked"),
    [
        ("again", "en", True),
        ("Say that again.", "en", True),
        ("again, please", "en", True),
        ("I live in Holyoke again", "en", False),
        ("Holyoke", "en", False),
        ("otra vez", "es", True),
        ("de novo", "pt", True),
        ("再说一遍", "zh", True),
    ],
)
def test_at_a_question_for_a_place_again_is_all_that_is_said(speech, language, is_asked):
    assert asks_again(speech, language) is is_asked
