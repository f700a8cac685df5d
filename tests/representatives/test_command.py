"""`flask representatives find`: one answer for people, JSON for programs, many from standard input."""

import json
from contextlib import nullcontext

import pytest
from click.testing import CliRunner

from app.cli.representatives.commands import group
from app.representatives import seed_roster


@pytest.fixture
def find(session):
    seed_roster(session)
    command = group(lambda: nullcontext(session))

    def run(*arguments, **options):
        done = CliRunner().invoke(command, ["find", *arguments], **options)
        assert done.exit_code == 0, done.output
        return done.output

    return run


def test_json_of_a_whole_town(find):
    told = json.loads(find("Holyoke", "--json"))
    assert told.pop("candidates") == [
        {
            "district": "5th Hampden",
            "geoid": "25048",
            "title": "Representative",
            "name": "Pat Duffy",
            "party": "Democratic",
            "line": "(617) 722-2637",
            "tel": "tel:+16177222637",
            "vacant": False,
            "vacant_until": None,
            "share": 1.0,
            "part": "",
            "district_towns": ["Holyoke", "Chicopee"],
        }
    ]
    assert told == {
        "resolution": "found",
        "chamber": "house",
        "place": "Holyoke",
        "towns": ["Holyoke"],
        "how": "town",
        "streets": [],
        "areas": [],
        "why": "Holyoke lies in one House district.",
        "as_of": "2026-08-05",
    }


def test_json_of_a_vacant_seat(find):
    (seat,) = json.loads(find("Deerfield", "--json"))["candidates"]
    said = {key: seat[key] for key in ("district", "name", "party", "line", "tel", "vacant")}
    assert said == {
        "district": "1st Franklin",
        "name": None,
        "party": None,
        "line": None,
        "tel": None,
        "vacant": True,
    }


def test_json_of_a_member_without_a_number(find):
    people = json.loads(find("Taunton", "--json"))["candidates"]
    assert [(person["line"], person["vacant"]) for person in people if person["name"] == "Lisa Field"] == [
        (None, False)
    ]


def test_standard_input_is_answered_line_by_line(find):
    typed = b"Holyoke\n\nWorchester\r\n\xff\xfe\nNashua\nBoston 02130"
    answers = [json.loads(line) for line in find("-", input=typed).splitlines()]
    assert [answer["resolution"] for answer in answers] == [
        "found",
        "unknown",
        "confirm",
        "unknown",
        "outside",
        "choose",
    ]


def test_the_zip_and_the_chamber_narrow(find):
    assert len(json.loads(find("Boston", "--zip", "02130", "--json"))["candidates"]) == 4
    assert "Senator" in find("Holyoke", "--chamber", "senate")


def test_people_read_the_sentence_and_a_table(find):
    assert find("Amesbury").splitlines() == [
        "Amesbury is divided among 2 House districts.",
        "  1st Essex   Representative Dawne Shand     Democratic  (617) 722-2263  68%  Precincts 2, 3, 4, 5",
        "  14th Essex  Representative Adrianne Ramos  Democratic  (617) 722-2140  32%  Precincts 1, 6",
    ]


def test_people_are_asked_what_they_meant(find):
    assert "Did you mean Worcester or Dorchester?" in find("Worchester")
