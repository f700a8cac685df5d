"""In which districts a house may lie by its number; what is in doubt stays so."""

import pytest

from app.representatives.streets.numbers import read_numbers


def at(written, number):
    return "".join(sorted(read_numbers(written).at(number)))


def test_a_whole_street_needs_no_number():
    assert read_numbers("b").districts == {"b"}
    assert at("b", 12) == "b"


@pytest.mark.parametrize(("number", "districts"), [(20, "a"), (400, "b"), (21, "a"), (401, "b")])
def test_a_number_within_a_run_decides(number, districts):
    assert at("14-150a 156-420b 15-149a 157-419b", number) == districts


def test_between_two_runs_both_may_be_right():
    assert at("14-150a 200-420b", 170) == "ab"
    assert at("14-150a 200-420a 201-221b", 170) == "a"


def test_near_a_line_the_other_side_must_agree():
    assert at("14-150a 156-420b 23-73a 89-423b", 120) == "ab"
    assert at("14-150a 156-420b 23-73a 89-423b", 60) == "a"
    assert at("14-150a 156-420b", 140) == "a"


def test_a_little_beyond_the_last_house_is_known_and_far_beyond_is_not():
    assert at("14-150a 15-149b", 190) == "a"
    assert at("14-150a 15-149b", 300) == "ab"


def test_a_side_that_was_not_seen_is_in_doubt():
    assert at("14-150a 156-420b", 21) == "ab"


def test_a_number_that_stood_in_two_districts_is_in_doubt():
    assert at("10-40a 41ab", 41) == "ab"


def test_what_is_known_without_numbers_may_be_right_beside_the_runs():
    assert at("c 14-150a", 20) == "ac"
