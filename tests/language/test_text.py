"""What people type is cleaned before anything else sees it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.text import UNWANTED, clean_text
from tests.world.examples import MANY

ANYTHING = st.text(st.one_of(st.characters(), st.sampled_from("\x00\u200b\u202e\ufeff\ud800 \n\t")))


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  Holyoke  ", "Holyoke"),
        ("North\t  Adams", "North Adams"),
        ("Hol\x00yoke", "Holyoke"),
        ("Hol\u200byoke", "Holyoke"),
        ("\u202eekoyloH", "ekoyloH"),
        ("\ufeffHolyoke", "Holyoke"),
        ("Hol\ud800yoke", "Holyoke"),
        ("Holyoke\ue000", "Holyoke"),
        ("Ｈｏｌｙｏｋｅ", "Holyoke"),
        ("Jose\u0301", "José"),
        ("North\u00a0Adams", "North Adams"),
        ("one\ntwo", "one two"),
        ("", ""),
    ],
)
def test_cleaning(typed, cleaned):
    assert clean_text(typed, limit=60) == cleaned


def test_line_breaks_are_kept_where_they_are_wanted():
    assert clean_text("one\r\n two \x0b\n\nthree\n", limit=60, lines=True) == "one\ntwo\n\n\nthree"


def test_no_more_is_kept_than_the_limit():
    assert clean_text("x" * 100_000, limit=60) == "x" * 60


@MANY
@given(ANYTHING, st.booleans())
def test_nothing_invisible_is_left(text, lines):
    cleaned = clean_text(text, limit=50, lines=lines).replace("\n", "")
    assert not {unicodedata.category(char) for char in cleaned} & UNWANTED


@MANY
@given(ANYTHING, st.booleans())
def test_no_text_is_longer_than_its_limit(text, lines):
    assert len(clean_text(text * 3, limit=20, lines=lines)) <= 20


@MANY
@given(ANYTHING)
def test_what_was_cleaned_stays_as_it_is(text):
    cleaned = clean_text(text, limit=50)
    assert clean_text(cleaned, limit=50) == cleaned


def test_wide_characters_may_stay_wide():
    assert clean_text("您好，Jose\u0301\u200b", limit=20, wide=True) == "您好，José"
