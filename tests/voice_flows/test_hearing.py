"""Words instead of keys, for phones that have none."""

import pytest

from voice_flows.hearing import key_said


@pytest.mark.parametrize(
    ("speech", "key"),
    [
        ("One.", "1"),
        ("yes", "1"),
        ("Yes, please", "1"),
        ("press 1", "1"),
        ("again", "2"),
        ("no", "0"),
        ("skip it", "*"),
    ],
)
def test_a_word_stands_for_its_key(speech, key):
    assert key_said(speech, "en", set("012*")) == key


@pytest.mark.parametrize("speech", ["", "yes no", "hello", "I do not know what one says about that", "nineteen"])
def test_what_fits_none_or_several_is_no_key(speech):
    assert key_said(speech, "en", set("012")) == ""


def test_a_key_that_leads_nowhere_is_not_meant():
    assert key_said("nine", "en", set("12")) == ""


def test_a_language_without_such_words_still_knows_digits():
    assert key_said("2", "xx", set("12")) == "2"
