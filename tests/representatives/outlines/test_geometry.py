"""What lies within rings, how far away a line is, and lines with fewer corners."""

import pytest

from app.representatives.outlines.geometry import distance, is_within, thinned

SQUARE = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
HOLE = [(4, 4), (6, 4), (6, 6), (4, 6), (4, 4)]


@pytest.mark.parametrize(("spot", "inside"), [((1, 1), True), ((11, 5), False), ((5, 5), False), ((5, 7), True)])
def test_a_hole_is_not_within(spot, inside):
    assert is_within(spot, [SQUARE, HOLE]) is inside


@pytest.mark.parametrize(("spot", "away"), [((5, 12), 2), ((13, 14), 5), ((10, 3), 0), ((5, 5), 1)])
def test_the_nearest_line_counts_up_to_its_ends(spot, away):
    assert distance(spot, [SQUARE, HOLE]) == away


def test_a_line_of_no_length_is_as_far_as_its_spot():
    assert distance((3, 4), [[(0, 0), (0, 0)]]) == 5


def test_a_corner_goes_that_leaves_the_line_near_enough():
    assert thinned([(0, 0), (5, 1), (10, 0)], 2) == [(0, 0), (10, 0)]


def test_a_corner_stays_that_is_farther_off():
    assert thinned([(0, 0), (2, 0.5), (5, 3), (8, 1), (10, 0)], 2) == [(0, 0), (5, 3), (10, 0)]
