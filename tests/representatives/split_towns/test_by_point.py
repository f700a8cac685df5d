"""A point decides by itself or narrows a place; near a line, or where it does not fit, it is a question."""

import pytest

from app.representatives import HowFound, Point, ResolutionKind, at_point, by_point, resolve
from models import Chamber

FOUND, CHOOSE, OUTSIDE = ResolutionKind.FOUND, ResolutionKind.CHOOSE, ResolutionKind.OUTSIDE
NORTH_OF_ACTON = (42.4928, -71.4250)
ON_ACTONS_LINE = (42.4816, -71.4671)
NORTH_OF_CAMBRIDGE = (42.3974, -71.1504)
HARVARD_SQUARE = (42.3736, -71.1190)
NASHUA = (42.7654, -71.4676)
IN_THE_BAY = (42.2800, -70.7000)


def at(spot, chamber=Chamber.HOUSE):
    return at_point(Point(*spot, accuracy=25), chamber)


def by(query, spot, accuracy=25, chamber=Chamber.HOUSE):
    return by_point(resolve(query, chamber=chamber), Point(*spot, accuracy))


def test_a_point_alone_decides():
    answer = at(NORTH_OF_ACTON)
    assert (answer.kind, answer.how, answer.towns, answer.geoids) == (FOUND, HowFound.POINT, ("Acton",), ("25072",))
    assert str(answer.why) == "That point lies in one House district."


def test_a_point_on_a_line_is_a_question_between_both_sides():
    answer = at(ON_ACTONS_LINE)
    assert (answer.kind, set(answer.geoids)) == (CHOOSE, {"25072", "25095"})
    assert str(answer.why) == "That point may lie in any of 2 House districts."


@pytest.mark.parametrize("spot", [NASHUA, (0, 0)])
def test_a_point_in_another_state_is_outside(spot):
    answer = at(spot)
    assert (answer.kind, answer.options) == (OUTSIDE, ())
    assert str(answer.why) == "That point is not in Massachusetts."


def test_the_senate_is_decided_where_the_towns_precincts_leave_one():
    assert (at(NORTH_OF_ACTON, Chamber.SENATE).kind, at(HARVARD_SQUARE, Chamber.SENATE).kind) == (FOUND, CHOOSE)


def test_a_point_narrows_a_split_town():
    assert (by("Acton", NORTH_OF_ACTON).kind, by("Acton", NORTH_OF_ACTON).geoids) == (FOUND, ("25072",))
    assert by("Acton", ON_ACTONS_LINE).kind is CHOOSE
    assert len(by("Cambridge", HARVARD_SQUARE, accuracy=600).options) in {2, 3, 4, 5}


def test_at_the_towns_own_border_the_town_decides():
    on_the_line_to_milton = (42.2661, -71.0949)
    assert at(on_the_line_to_milton).kind is CHOOSE
    assert by("Boston", on_the_line_to_milton).geoids == ("25134",)


@pytest.mark.parametrize(
    ("query", "spot", "why"),
    [
        ("Holyoke", HARVARD_SQUARE, "That point does not fit Holyoke."),
        ("02130", HARVARD_SQUARE, "That point does not fit ZIP code 02130."),
        ("Acton", NASHUA, "That point is not in Massachusetts."),
        ("Acton", IN_THE_BAY, "That point is not in Massachusetts."),
    ],
)
def test_a_point_that_does_not_fit_the_place_is_a_question(query, spot, why):
    answer = by(query, spot)
    assert (answer.kind, answer.is_contradicted, str(answer.why)) == (CHOOSE, True, why)
    assert answer.geoids == resolve(query).geoids


def test_a_point_that_fits_a_town_of_one_district_changes_nothing():
    assert by("Holyoke", (42.2043, -72.6162)) == resolve("Holyoke")


def test_a_point_decides_the_senator_of_a_split_town_where_all_near_it_have_one():
    kinds = [by("Cambridge", spot, chamber=Chamber.SENATE).kind for spot in (HARVARD_SQUARE, NORTH_OF_CAMBRIDGE)]
    assert kinds == [CHOOSE, FOUND]


def test_a_place_that_is_not_known_stays_a_question():
    assert by("Worchester", NORTH_OF_ACTON) == resolve("Worchester")
