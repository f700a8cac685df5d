"""Streets by the first letters on a telephone's keys, and by name as a recognizer writes it down."""

import pytest

from app.representatives.streets.heard import MOST, streets_keyed, streets_said
from app.representatives.streets.key import name_of
from app.representatives.streets.table import streets
from tests.world.every import every
from tests.world.examples import sized

TOWNS = sorted(streets())
ON_KEYS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999", " ")


@pytest.mark.parametrize(
    ("town", "keys", "first"),
    [
        ("Acton", "6246", "Main Street"),
        ("Worcester", "624", "Main Street"),
        ("Cambridge", "6277", "Massachusetts Avenue"),
    ],
)
def test_the_first_letters_find_a_street_and_its_full_name_comes_first(town, keys, first):
    assert streets_keyed((town,), keys).names[0] == first


@pytest.mark.parametrize("keys", ["", "6", "62", "000", "111111", "6246#"])
def test_too_few_letters_and_keys_without_letters_find_nothing(keys):
    assert streets_keyed(("Worcester",), keys).names == ()


@every("town", TOWNS)
def test_every_street_is_found_by_all_of_its_letters(town):
    for key in streets()[town].keys()[:: sized(17, 1)]:
        keys = key.translate(ON_KEYS)
        found = streets_keyed((town,), keys).names
        assert name_of(key) in found or len(found) == MOST or not keys


@pytest.mark.parametrize(
    ("said", "first", "number"),
    [
        ("Main Street", "Main Street", ""),
        ("12 main st", "Main Street", "12"),
        ("I live on Main Street", "Main Street", ""),
        ("number twelve Massachusetts Avenue", "Massachusetts Avenue", ""),
        ("mass ave", "Massachusetts Avenue", ""),
    ],
)
def test_a_name_is_found_whatever_is_said_before_it(said, first, number):
    heard = streets_said(("Acton",), said)
    assert (heard.names[0], heard.number) == (first, number)


def test_what_sounds_alike_is_offered():
    assert "Main Street" in streets_said(("Worcester",), "Mane Street").names


@pytest.mark.parametrize("said", ["", "?", "12", "qwerty asdf", "um " * 50])
def test_what_is_no_street_finds_nothing(said):
    assert streets_said(("Acton",), said).names == ()


def test_a_town_that_is_not_split_has_no_streets():
    assert streets_said(("Holyoke",), "Main Street").names == streets_keyed(("Holyoke",), "6246").names == ()
