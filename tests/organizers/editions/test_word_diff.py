"""Two texts are told word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.organizers.editions.word_diff import MOST_WORDS, Run, are_alike, word_diff
from tests.world.examples import MANY


@pytest.mark.parametrize(
    ("before", "after", "runs"),
    [
        ("", "", []),
        ("Call now.", "Call now.", [Run("Call now.")]),
        ("Call now.", "Call me now.", [Run("Call"), Run(" me", new=True), Run(" now.")]),
        ("Call me now.", "Call now.", [Run("Call"), Run(" me", gone=True), Run(" now.")]),
        ("I am Ana.", "I am Ben.", [Run("I am "), Run("Ana", gone=True), Run("Ben", new=True), Run(".")]),
        ("He is here.", "She was here.", [Run("He is", gone=True), Run("She was", new=True), Run(" here.")]),
        ("", "New", [Run("New", new=True)]),
        ("Old", "", [Run("Old", gone=True)]),
    ],
)
def test_what_went_what_came_and_what_stayed(before, after, runs):
    assert list(word_diff(before, after)) == runs


@MANY
@given(st.text(), st.text())
def test_both_texts_can_be_read_from_it(before, after):
    runs = word_diff(before, after)
    assert "".join(run.text for run in runs if not run.new) == before
    assert "".join(run.text for run in runs if not run.gone) == after


@pytest.mark.parametrize(
    ("before", "after", "alike"),
    [("Call me now.", "Call me today.", True), ("their own", "somebody of a list", False), ("same", "same", True)],
)
def test_two_texts_with_little_in_common_are_told_apart(before, after, alike):
    assert are_alike(before, after, word_diff(before, after)) is alike


def test_what_is_far_too_long_is_shown_whole():
    before, after = "word " * MOST_WORDS, "other " * MOST_WORDS
    assert word_diff(before, after) == (Run(before, gone=True), Run(after, new=True))
