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
