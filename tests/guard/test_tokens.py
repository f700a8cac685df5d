"""Tokens in URLs and forms: sealed, for one purpose, and not for ever."""

import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.guard.tokens import BadTokenError, Tokens
from tests.world.examples import MANY

TOKENS = Tokens("a secret")
TOKEN = TOKENS.sign("voice", 42)


def test_a_token_is_read_again():
    assert TOKENS.read("voice", TOKEN) == 42


def test_a_token_is_good_for_one_purpose():
    with pytest.raises(BadTokenError):
        TOKENS.read("page", TOKEN)


def test_a_token_of_another_secret_is_refused():
    with pytest.raises(BadTokenError):
        Tokens("another secret").read("voice", TOKEN)


def test_the_same_value_has_the_same_token():
    assert TOKENS.sign("voice", 42) == TOKEN


def test_a_token_for_a_while_grows_old():
    with pytest.raises(BadTokenError):
        TOKENS.read_young("form", TOKENS.sign_for_a_while("form", 42), max_age=-1)


def test_a_young_token_is_read():
    assert TOKENS.read_young("form", TOKENS.sign_for_a_while("form", 42), max_age=60) == 42


def test_a_token_without_an_age_is_none_for_a_while():
    with pytest.raises(BadTokenError):
        TOKENS.read_young("voice", TOKEN, max_age=60)


@pytest.mark.parametrize("token", ["", ".", "..", "42", TOKEN[:-1], TOKEN.upper(), "a" * 10_000, "ü", "\x00"])
def test_what_was_altered_is_refused(token):
    with pytest.raises(BadTokenError):
        TOKENS.read("voice", token)


@MANY
@given(st.text())
def test_nobody_makes_a_token_up(token):
    with pytest.raises(BadTokenError):
        TOKENS.read("voice", token)


@pytest.mark.parametrize("place", range(len(TOKEN)))
def test_no_character_of_a_token_can_be_changed(place):
    altered = TOKEN[:place] + ("A" if TOKEN[place] != "A" else "B") + TOKEN[place + 1 :]
    with pytest.raises(BadTokenError):
        TOKENS.read("voice", altered)


def test_nobody_reads_in_a_token_what_it_stands_for_nor_counts_by_it():
    of_calls = [TOKENS.sign("voice", number) for number in (1, 2, 42, 123_456)]
    assert {len(token) for token in of_calls} == {len(TOKEN)}
    assert len({token[:4] for token in of_calls}) == len(of_calls)
    told = base64.urlsafe_b64decode(TOKENS.sign_for_a_while("form", ["Holyoke"]) + "==")
    assert b"Holyoke" not in told


def test_a_token_stands_in_a_url_as_it_is():
    assert not set(TOKEN) - set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


BEFORE = "WzcsImEiXQ.LGKUtADBSblbrFLQWYFelOYPXZw"  # as tokens were made before they were sealed


def test_a_call_under_way_at_an_update_goes_on_by_the_token_it_has():
    assert Tokens("secret-of-a-test").read("call", BEFORE) == [7, "a"]


@pytest.mark.parametrize(
    ("purpose", "token"), [("page", BEFORE), ("call", BEFORE[:-2] + "xx"), ("call", "Wzgs." + BEFORE)]
)
def test_what_was_altered_of_it_is_refused(purpose, token):
    with pytest.raises(BadTokenError):
        Tokens("secret-of-a-test").read(purpose, token)
