"""A prompt that offers keys names them, in every language, in digits or written out."""

import pytest

from voice_flows.words import WORDS
from voice_flows.words.keys_named import keys_to_name, unnamed_keys


def test_the_keys_of_the_first_question_are_one_and_nine():
    assert keys_to_name("press_one") == {"1", "9"}
    assert keys_to_name("connecting") == {"*"}
    assert keys_to_name("where_help") == keys_to_name("goodbye") == frozenset()


@pytest.mark.parametrize("language", WORDS)
def test_the_built_in_words_name_every_key(language):
    assert {key: left for key, words in WORDS[language].items() if (left := unnamed_keys(key, language, words))} == {}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Press one to go on, press nine to be left alone."),
        ("en", "1 goes on, 9 ends this for good."),
        ("en", "Push the number one to go on. Hit the nine to end this for good."),
        ("es", "Para seguir, oprima el uno; para que no le llamemos más, marque nueve."),
        ("pt", "Para continuar, aperte a tecla um. Para não ligarmos mais, digite nove."),
        ("ht", "Pou kontinye, peze yon. Pou nou pa rele ankò, peze nèf."),
        ("zh", "继续请按一，不想再接到电话请按九。"),
        ("yue", "想繼續請撳一，唔想再收到電話請撳九。"),
    ],
)
def test_other_words_may_name_them_in_their_own_way(language, words):
    assert unnamed_keys("press_one", language, words) == ()


@pytest.mark.parametrize(
    ("language", "words", "unnamed"),
    [
        ("en", "Press one.", ("9",)),
        ("en", "Stay on the line.", ("1", "9")),
        ("en", "Press 1. You are one of nine people.", ("9",)),
        ("en", "Press 1. Our number is 6 1 7, 5 5 5, 0 1 9 9.", ("9",)),
        ("en", "Press 1. Our number is 617-555-0199, since 2019.", ("9",)),
        ("es", "Oprima uno.", ("9",)),
        ("pt", "Um gabinete espera. Aperte 9.", ("1",)),
        ("zh", "一个办公室在等您。请按9。", ("1",)),
        ("ht", "Peze yon.", ("9",)),
    ],
)
def test_a_key_that_nobody_hears_of_is_missing(language, words, unnamed):
    assert unnamed_keys("press_one", language, words) == unnamed


def test_a_key_that_is_another_in_each_call_stays_a_blank():
    assert unnamed_keys("for_choice", "en", "For {choice}, press 1.") == ("{press}",)
