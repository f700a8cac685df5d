"""What the Census Bureau's answers mean: districts by GEOID, several, none, elsewhere, unknown."""

import pytest

from app.geocoding import Finding, Located
from tests.world.census.answers import FAILED, layer, match

ADDRESS = "12 Example St, Acton, MA"
LOWER = "2024 State Legislative Districts - Lower"
UPPER = "2024 State Legislative Districts - Upper"
ACTON = Located(Finding.MATCHED, "25072", "25D14")


def test_a_match_gives_the_districts_of_both_chambers(geocoder):
    assert geocoder.locate(ADDRESS) == ACTON
    assert [ACTON.geoid(chamber) for chamber in ("house", "senate")] == ["25072", "25D14"]


def test_the_bureau_is_asked_for_every_layer_of_the_current_vintage(geocoder, census):
    geocoder.locate(ADDRESS)
    assert census.asked == [
        {
            "address": ADDRESS,
            "benchmark": "Public_AR_Current",
            "vintage": "Current_Current",
            "layers": "all",
            "format": "json",
        }
    ]


@pytest.mark.parametrize("year", ["2022", "2026", "2032"])
def test_layers_are_known_by_the_end_of_their_names(geocoder, census, year):
    census.answers(match("25072", "25D14", year))
    assert geocoder.locate(ADDRESS) == ACTON


def test_of_two_vintages_the_newer_counts(geocoder, census):
    older = {"2022 State Legislative Districts - Lower": layer("25001")}
    census.answers(match("25072", "25D14", **older))
    assert geocoder.locate(ADDRESS) == ACTON


@pytest.mark.parametrize("broken", [FAILED, [], None, {"status": "failed"}, layer("25ZZZ"), layer("x")])
def test_a_layer_that_failed_leaves_its_chamber_unknown(geocoder, census, broken):
    census.answers(match("25072", "25D14", **{LOWER: broken}))
    assert geocoder.locate(ADDRESS) == Located(Finding.MATCHED, None, "25D14")


def test_the_state_is_known_even_where_its_layer_failed(geocoder, census):
    census.answers(match("33523", "33014", States=FAILED))
    assert geocoder.locate(ADDRESS).finding is Finding.OUTSIDE


def test_where_every_layer_failed_nothing_is_known_and_nothing_denied(geocoder, census):
    census.answers(match(None, None, States=FAILED, Counties=FAILED))
    assert geocoder.locate(ADDRESS) == Located(Finding.MATCHED)


def test_no_match_is_said(geocoder, census):
    census.answers()
    assert geocoder.locate(ADDRESS) == Located(Finding.NO_MATCH)


def test_another_state_is_said(geocoder, census):
    census.answers(match("33523", "33014"))
    assert geocoder.locate(ADDRESS) == Located(Finding.OUTSIDE)


def test_several_matches_in_one_district_are_that_district(geocoder, census):
    census.answers(match("25072", "25D14"), match("25072", "25D14"))
    assert geocoder.locate(ADDRESS) == ACTON


def test_several_matches_in_different_districts_are_a_question(geocoder, census):
    census.answers(match("25072", "25D14"), match("25095", "25D14"))
    assert geocoder.locate(ADDRESS) == Located(Finding.SEVERAL, None, "25D14")


def test_a_match_without_a_district_makes_the_others_unsure(geocoder, census):
    census.answers(match("25072", "25D14"), match("25072", "25D14", **{LOWER: FAILED}))
    assert geocoder.locate(ADDRESS) == Located(Finding.MATCHED, None, "25D14")


def test_matches_in_other_states_do_not_count(geocoder, census):
    census.answers(match("33523", "33014"), match("25072", "25D14"))
    assert geocoder.locate(ADDRESS) == ACTON


def test_an_area_listed_twice_is_one_and_two_areas_are_none(geocoder, census):
    census.answers(match("25072", "25D14", **{UPPER: layer("25D14") * 2, LOWER: layer("25072") + layer("25095")}))
    assert geocoder.locate(ADDRESS) == Located(Finding.MATCHED, None, "25D14")
