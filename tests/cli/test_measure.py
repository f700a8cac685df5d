"""`flask representatives measure`: residents walk through the real questions, and what came of it is added up."""

import json
from contextlib import nullcontext

import pytest
from click.testing import CliRunner

from app.cli.representatives.commands import group
from app.representatives import seed_roster

HEADING = "town,typed,street,number,zip,district\n"


@pytest.fixture
def measure(session, tmp_path):
    seed_roster(session)
    command = group(lambda: nullcontext(session))

    def run(*rows, heading=HEADING, options=("--json",)):
        file = tmp_path / "residents.csv"
        file.write_text(heading + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        return CliRunner().invoke(command, ["measure", str(file), *options])

    return run


def ended(done):
    told = json.loads(done.output)
    endings = {name: told[name] for name in ("sure", "choosing", "wrong", "dead_ends")}
    return [name for name, share in endings.items() if share == 1.0], told["questions"]


@pytest.mark.parametrize(
    ("resident", "ending", "questions"),
    [
        ("Holyoke,,,,,5th Hampden", "sure", 0),
        ("Holyoke,,,,,4th Hampden", "wrong", 0),
        ("Boston,East Boston,,,,1st Suffolk", "sure", 0),
        ("Acton,Acton,ADAMS ST,,,37th Middlesex", "sure", 1),
        ("Acton,Acton,MAIN ST,900,,14th Middlesex", "sure", 1),
        ("Acton,Acton,MAIN ST,,,14th Middlesex", "choosing", 2),
        ("Acton,Acton,Adms St,,,37th Middlesex", "sure", 2),
        ("Acton,Acton,,,,37th Middlesex", "choosing", 1),
        ("Acton,Acton,,,,1st Suffolk", "wrong", 1),
        ("Acton,Actn,Adams St,,,37th Middlesex", "sure", 2),
        ("Acton,12 Adams St Acton,,,,37th Middlesex", "sure", 0),
        ("Acton,Qwertyuiop,Adams St,,,37th Middlesex", "sure", 2),
        ("Acton,Nashua,Adams St,,,37th Middlesex", "dead_ends", 0),
        ("Boston,Boston,,,2128,1st Suffolk", "sure", 1),
        ("Boston,Boston,Centre St,,02132,10th Suffolk", "sure", 2),
        ("Boston,West Roxbury,Centre St,,,25132", "sure", 1),
        ("Boston,Boston,Clark,,02113,3rd Suffolk", "sure", 2),
    ],
)
def test_one_resident_walks_to_an_end(measure, resident, ending, questions):
    assert ended(measure(resident)) == ([ending], questions)


def test_the_columns_may_be_fewer_and_the_shares_are_told_by_town(measure):
    done = measure("Holyoke,5th Hampden", "Holyoke,5th Hampden", "Acton,37th Middlesex", heading="town,district\n")
    told = json.loads(done.output)
    assert told["by_town"] == {
        "Acton": {"residents": 1, "sure": 0.0, "wrong": 0.0},
        "Holyoke": {"residents": 2, "sure": 1.0, "wrong": 0.0},
    }
    assert set(told) == {"residents", "sure", "choosing", "wrong", "dead_ends", "questions", "by_town"}
    assert told["residents"] == 3


def test_people_read_lines(measure):
    lines = measure("Holyoke,,,,,5th Hampden", options=()).output.splitlines()
    assert lines[:2] == ["1 residents, 0.00 pages of questions each", "  sure       100.00%"]


def test_a_district_that_there_is_not_is_named_by_its_line(measure):
    done = measure("Holyoke,,,,,5th Hampden", "Holyoke,,,,,99th Hampden")
    assert done.exit_code == 1
    assert "line 3: there is no such House district" in done.output


def test_residents_are_made_from_the_tables_the_same_every_time(session):
    seed_roster(session)
    command = group(lambda: nullcontext(session))
    told = [json.loads(CliRunner().invoke(command, ["measure", "--made", "300", "--json"]).output) for _ in range(2)]
    assert told[0] == told[1]
    assert told[0]["sure"] >= 0.97
    assert told[0]["wrong"] == told[0]["dead_ends"] == 0


def test_a_file_or_a_number_is_needed(session):
    command = group(lambda: nullcontext(session))
    assert "Give a FILE, or --made" in CliRunner().invoke(command, ["measure"]).output
