"""A recognizer that mishears as real ones do, and the same every time."""

import random

import pytest

from app.telephony.local_network.phones.mishearing import Recognizer
from app.telephony.local_network.phones.sounds_like import ALIKE, FILLERS, TELEVISION

OFTEN = 200


def written(said, language="en-US", mishears=1.0, seed=1):
    recognizer = Recognizer(mishears, random.Random(seed))  # noqa: S311 - repeatable on purpose
    return [recognizer.hears(said, language) for _ in range(OFTEN)]


def test_a_perfect_recognizer_writes_what_was_said():
    assert set(written("oh two one three nine", mishears=0.0)) == {"oh two one three nine"}


def test_the_same_seed_mishears_alike():
    assert written("02139") == written("02139") != written("02139", seed=2)


def test_it_mishears_about_as_often_as_it_is_told_to():
    misheard = [text for text in written("oh two", mishears=0.25) if text != "oh two"]
    assert 0.15 < len(misheard) / OFTEN < 0.35


@pytest.mark.parametrize("part", ["0 2 1", "02139", "on channel 5", "Live from Boston", "um", ""])
def test_real_mistakes_of_every_kind_are_made(part):
    assert any(part == text or (part and part in text) for text in written("02139"))


@pytest.mark.parametrize(
    ("language", "said", "alike"),
    [
        ("en-US", "oh two", "to"),
        ("es-US", "cero dos", "Sero"),
        ("pt-BR", "um dois", "dos"),
        ("cmn-Hans-CN", "零二", "儿"),
    ],
)
def test_words_are_written_that_sound_alike(language, said, alike):
    assert any(alike in text for text in written(said, language))


def test_a_language_without_tables_still_splits_digits_and_loses_words():
    assert {"", "02 139"} <= set(written("02139", "fr-FR"))


def test_every_language_with_one_table_has_all_of_them():
    assert set(ALIKE) == set(FILLERS) == set(TELEVISION)
