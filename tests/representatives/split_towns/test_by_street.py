"""A street narrows a split town, a village, a ZIP code and a senator's district; it never adds one on a guess."""

import pytest

from app.representatives import (
    HowFound,
    ResolutionKind,
    SaidStreet,
    StreetFinding,
    asks_street,
    by_street,
    resolve,
    street_in,
)
from models import Chamber


def narrowed(query, *said, chamber=Chamber.HOUSE):
    return by_street(resolve(query, chamber=chamber), SaidStreet(*said))


def test_only_a_split_town_is_asked_for_its_street():
    assert [asks_street(resolve(query)) for query in ("Acton", "Holyoke", "Nashua", "02130")] == [
        True,
        False,
        False,
        True,
    ]


def test_a_street_decides_and_says_so():
    place, _ = narrowed("Acton", "Adams St")
    assert (place.kind, place.how, place.geoids) == (ResolutionKind.FOUND, HowFound.STREET, ("25095",))
    assert str(place.why) == "Adams Street lies in one House district."


@pytest.mark.parametrize(
    ("query", "said", "why"),
    [
        ("Acton", ("Main St",), "Main Street is divided among 2 House districts."),
        (
            "Acton",
            ("Main St", "330"),
            "At that number of Main Street we cannot be sure on which side of the line you live.",
        ),
        ("Boston", ("Centre St",), "There is more than one Center Street in Boston."),
        ("Cambridge", ("Masachusetts Ave",), "We know no street of just that name in Cambridge."),
        (
            "Acton",
            ("Qwertyuiop Lane",),
            "We know no street of that name in Acton. It may be new or private, or go by another name.",
        ),
    ],
)
def test_a_question_says_why_it_is_asked(query, said, why):
    assert str(narrowed(query, *said)[0].why) == why


def test_a_neighborhood_looks_among_its_own_streets():
    place, answer = narrowed("Dorchester", "Centre St", "40")
    assert (answer.finding, place.geoids) == (StreetFinding.FOUND, ("25128",))


def test_a_neighborhoods_streets_reach_beyond_its_zip_codes():
    place, _ = narrowed("Jamaica Plain", "Bourne St", "51")
    assert "25128" in place.geoids


def test_a_place_is_looked_for_where_all_its_zip_codes_have_their_post_office():
    place, _ = narrowed("Back Bay", "Marlborough St")
    assert place.how is HowFound.STREET


def test_a_zip_code_and_a_street_narrow_each_other():
    place, answer = narrowed("02130", "Centre St", "300")
    assert (answer.finding, place.geoids) == (StreetFinding.FOUND, ("25137",))


def test_a_senator_is_found_by_the_house_districts_that_share_their_precincts():
    place, _ = narrowed("Springfield", "Main St", "300", chamber=Chamber.SENATE)
    assert (place.kind, place.geoids) == (ResolutionKind.FOUND, ("25D03",))
    place, answer = narrowed("Worcester", "Main St", "300", chamber=Chamber.SENATE)
    assert (answer.finding, place.geoids) == (StreetFinding.FOUND, ("25D09", "25D08"))
    assert str(place.why) == "Main Street may lie in any of 2 Senate districts."


def test_an_address_typed_as_the_town_decides_at_once():
    place = resolve("12 Adams St, Acton")
    assert (place.how, place.geoids, place.has_street) == (HowFound.STREET, ("25095",), True)
    assert resolve("330 Main St, Acton").kind is ResolutionKind.CHOOSE
    assert street_in("12 Adams St Apt 3, Acton") == "12 Adams St Apt 3"
    assert street_in("Acton") == ""
