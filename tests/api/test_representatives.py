"""Programs find out who represents a place, or what to ask first."""

import json

import pytest
from sqlalchemy import select, update

from app.representatives import resolve
from app.representatives.facts.tables import town_names
from models import Chamber, Roster


@pytest.fixture
def roster_of_another_state(session):
    session.execute(update(Roster).values(state="ZZ"))
    session.commit()
    yield
    session.execute(update(Roster).values(state="MA"))
    session.commit()


SEVERAL = ["Holyoke", "Worcester", "Worchester", "Jamaica Plain", "02130-1234", "Boston Ward 6 Precinct 3", "Nashua"]


def test_a_town_in_one_district_names_its_representative(found):
    (person,) = found("Holyoke")["candidates"]
    assert (person["title"], person["name"], person["district"]) == ("Representative", "Pat Duffy", "5th Hampden")


def test_the_number_is_there_for_people_and_for_programs(found):
    (person,) = found("Holyoke")["candidates"]
    digits = "".join(filter(str.isdigit, person["line"]))
    assert person["tel"] == f"tel:+1{digits}"


def test_a_divided_town_lists_its_districts_with_their_shares(found):
    told = found("Worcester")
    assert told["resolution"] == "choose"
    assert sum(one["share"] for one in told["candidates"]) == pytest.approx(1, abs=0.001)
    assert all(one["part"] for one in told["candidates"])


def test_the_towns_of_a_district_are_told_so_that_people_know_it_again(found):
    (person,) = found("Holyoke")["candidates"]
    assert person["district_towns"] == ["Holyoke", "Chicopee"]


def test_a_zip_code_narrows_a_divided_town(found):
    assert len(found("Lynn", zip="01905")["candidates"]) < len(found("Lynn")["candidates"])


def test_a_misspelling_is_a_question(found):
    told = found("Worchester")
    assert (told["resolution"], told["candidates"]) == ("confirm", [])
    assert "Worcester" in told["towns"]


def test_the_senator_is_found_where_the_senate_is_asked_about(found):
    told = found("Holyoke", chamber="senate")
    assert (told["chamber"], told["candidates"][0]["title"]) == ("senate", "Senator")


def test_a_vacant_seat_names_nobody_and_no_number(found):
    (seat,) = found("Leverett")["candidates"]
    assert (seat["vacant"], seat["name"], seat["line"], seat["tel"]) == (True, None, None, None)


def test_another_states_town_is_outside(found):
    assert found("Nashua")["resolution"] == "outside"


def test_how_the_district_was_told_is_said(found):
    assert [found(place)["how"] for place in ("Holyoke", "01040", "Boston Ward 6 Precinct 3")] == [
        "town",
        "zip",
        "precinct",
    ]


def test_the_day_of_the_facts_is_said(found, session):
    assert found("Holyoke")["as_of"] == session.scalar(select(Roster.as_of)).isoformat()


@pytest.mark.parametrize("place", SEVERAL)
def test_the_command_line_says_the_same(found, run, place):
    assert json.loads(run("representatives", "find", "--json", "--", place).stdout) == found(place)


@pytest.mark.parametrize("chamber", Chamber)
def test_every_town_is_answered_as_the_resolver_does(found, chamber):
    for town in town_names():
        told = found(town, chamber=chamber)
        place = resolve(town, chamber=chamber)
        assert (told["resolution"], [one["geoid"] for one in told["candidates"]]) == (place.kind, [*place.geoids])


def test_a_look_up_is_one_statement_once_the_roster_is_loaded(found, count_statements):
    found("Holyoke")
    count_statements.reset()
    found("Worcester")
    assert len(count_statements.statements) == 1


def test_nothing_is_kept(ask):
    answer = ask("Holyoke")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers


def test_without_a_roster_it_says_what_to_do(ask, roster_of_another_state):
    answer = ask("Holyoke")
    assert (answer.status_code, "flask seed" in answer.json["detail"]) == (503, True)


def test_a_street_decides_in_a_split_town(found):
    told = found("Acton", street="Main St", number="900")
    assert (told["resolution"], told["how"], told["candidates"][0]["geoid"]) == ("found", "street", "25072")


def test_a_street_that_leaves_a_question_says_which(found):
    assert found("Acton", street="Main St")["why"] == "Main Street is divided among 2 House districts."
    assert found("Cambridge", street="Masachusetts Ave")["streets"] == ["Massachusetts Avenue"]
    several = found("Boston", street="Centre St")
    assert (several["resolution"], "West Roxbury" in several["areas"]) == ("choose", True)
    assert found("Boston", street="Centre St", area="West Roxbury")["resolution"] == "found"


def test_a_street_counts_for_nothing_in_a_town_that_is_not_split_or_with_a_zip_code_elsewhere(found):
    assert found("Holyoke", street="Zyzzyva Lane")["how"] == "town"
    assert found("Acton", street="Adams St", zip="02139")["resolution"] == "choose"


@pytest.mark.parametrize("code", ["1234", "abcde", "02139-1", "021390"])
def test_a_zip_code_that_cannot_be_read_is_told(ask, code):
    told = ask("Acton", zip=code)
    assert (told.status_code, told.json["errors"][0]["pointer"]) == (422, "#/zip")
    assert code not in told.text


def test_many_places_are_answered_in_their_order(client):
    places = [{"place": "Holyoke"}, {"place": "Acton", "street": "Adams St"}, {"place": "Nashua"}]
    told = client.post("/api/v1/representatives/many", json={"places": places}).json["answers"]
    assert [one["resolution"] for one in told] == ["found", "found", "outside"]


def test_a_thousand_places_fit_into_one_request_and_no_more(client):
    one = {"place": "Acton, Massachusetts", "zip": "01720", "street": "Massachusetts Avenue", "number": "12345"}
    told = client.post("/api/v1/representatives/many", json={"places": [one] * 1000})
    assert (told.status_code, len(told.json["answers"])) == (200, 1000)
    assert client.post("/api/v1/representatives/many", json={"places": [one] * 1001}).status_code == 422


def test_many_places_wait_for_the_office_holders_too(client, roster_of_another_state):
    assert client.post("/api/v1/representatives/many", json={"places": [{"place": "Acton"}]}).status_code == 503
