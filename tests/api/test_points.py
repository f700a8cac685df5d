"""Programs may say a point instead of a place, or beside it."""

import pytest

ADDRESS = "/api/v1/representatives"
ACTON = {"lat": 42.4928, "lon": -71.4250}
ON_ITS_LINE = {"lat": 42.4816, "lon": -71.4671}


@pytest.fixture
def told(client):
    """Ask with these fields; gives the answer as JSON."""
    return lambda **fields: client.post(ADDRESS, json=fields).json


def test_a_point_alone_names_the_representative_and_the_town(told):
    answer = told(**ACTON)
    assert (answer["resolution"], answer["how"], answer["towns"]) == ("found", "point", ["Acton"])
    assert [one["geoid"] for one in answer["candidates"]] == ["25072"]


def test_a_point_decides_a_split_town(told):
    assert [told(place="Acton", **spot)["resolution"] for spot in (ACTON, ON_ITS_LINE)] == ["found", "choose"]


def test_who_says_that_a_point_may_be_far_off_is_asked(told):
    assert (told(**ACTON, accuracy=10)["resolution"], told(**ACTON, accuracy=5000)["resolution"]) == ("found", "choose")


def test_a_point_outside_says_so(told):
    answer = told(lat=42.7654, lon=-71.4676)
    assert (answer["resolution"], answer["candidates"]) == ("outside", [])
    assert answer["why"] == "That point is not in Massachusetts."


def test_a_street_and_a_point_that_contradict_each_other_are_a_question(told):
    answer = told(place="Acton", street="Adams St", **ACTON)
    assert (answer["resolution"], answer["why"]) == ("choose", "That point does not fit Acton.")


def test_many_points_are_answered_in_their_order(client):
    answers = client.post(f"{ADDRESS}/many", json={"places": [ACTON, {"place": "Holyoke"}, ON_ITS_LINE]}).json[
        "answers"
    ]
    assert [one["resolution"] for one in answers] == ["found", "found", "choose"]


@pytest.mark.parametrize(
    ("fields", "pointer", "why"),
    [
        ({"lat": "north", "lon": -71}, "#/lat", "valid number"),
        ({"lat": 91, "lon": -71}, "#/lat", "less than or equal to 90"),
        ({"lat": 42, "lon": None}, "#", "Both lat and lon should be given."),
        ({}, "#", "A place, or lat and lon, should be given."),
        ({"place": "Acton", "zip": "0172"}, "#/zip", "match pattern"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(client, fields, pointer, why):
    answer = client.post(ADDRESS, json=fields)
    (error,) = answer.json["errors"]
    assert (answer.status_code, error["pointer"]) == (422, pointer)
    assert why in error["detail"]
