"""`flask representatives import --in-force`, `prepared`, `undo` and `vacate`, as an organizer types them."""

import re
from dataclasses import replace
from datetime import date

import pytest

from app.representatives import directory
from app.representatives.importing import take_force
from models import District
from tests.representatives.importing.people_csv import as_csv, ma_rows, new_court, somebody_new
from tests.world.database.own_roster import restore_offices
from tests.world.time.clocks import local
from tests.world.time.wall_clock import WallClock

FIRST, DUFFY = "25001", "25048"


@pytest.fixture
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "ma.csv"
    path.write_bytes(as_csv(new_court()))
    return path


@pytest.fixture
def run(app):
    """Runs `flask representatives …` on December 10."""
    app.extensions["ringdown"] = replace(app.extensions["ringdown"], clock=WallClock("2026-12-10 10:00"))

    def run(*arguments):
        return app.test_cli_runner().invoke(args=["representatives", *map(str, arguments)])

    return run


@pytest.fixture
def sits(session):
    """Who sits in a seat at a moment."""

    def sits(moment, geoid=FIRST):
        session.rollback()
        take_force(session, local(moment))
        holder = directory(session).seat(geoid).holder
        return holder and holder.name

    return sits


def test_the_preview_says_from_when_on_and_who_comes_and_who_goes(run, file):
    told = run("import", file, "--in-force", "2027-01-06").output
    assert told.startswith("MA from Wednesday, Jan 6, 2027, 11:00 AM on, from Open States, ma.csv. Until then nothing")
    assert "Jordan Reyes, Democratic, (617) 722-2080; before: Chris Flanagan" in told
    assert "Nothing was written." in told


def test_what_is_applied_is_prepared_and_takes_force_at_its_hour(run, file, sits):
    told = run("import", file, "--in-force", "2027-01-06", "--at", "12:30", "--apply").output
    assert "Until Wednesday, Jan 6, 2027, 12:30 PM it can be undone" in told
    assert [sits("2027-01-06 12:29"), sits("2027-01-06 12:30")] == ["Chris Flanagan", "Jordan Reyes"]


def test_what_is_prepared_is_listed_and_can_be_undone_once(run, file, sits):
    number = re.search(r"Prepared as (\d+)", run("import", file, "--in-force", "2027-01-06", "--apply").output)[1]
    listed = run("prepared").output
    assert f"{number}: in force from Wednesday, Jan 6, 2027, 11:00 AM, prepared by the command line." in listed
    assert "Jordan Reyes" in listed
    assert "Undone: nothing changes on Wednesday, Jan 6, 2027, 11:00 AM." in run("undo", number).output
    assert "There is no such import" in run("undo", number).output
    assert "Nothing is prepared." in run("prepared").output
    assert sits("2027-01-07 09:00") == "Chris Flanagan"


def test_what_was_prepared_before_is_named_so_that_a_newer_file_is_not_undone_by_it(run, file):
    run("import", file, "--in-force", "2027-01-06", "--apply")
    told = run("import", file, "--apply").output
    assert re.search(r"Written\.\nPrepared before: \d+, in force from Wednesday, Jan 6, 2027, 11:00 AM\. Undo", told)


def test_a_day_that_is_over_is_refused_with_what_to_do(run, file):
    assert "leave --in-force out" in run("import", file, "--in-force", "2026-12-10", "--at", "09:59").output


def test_a_special_election_changes_its_seat_alone(run, tmp_path, sits, session):
    first, second, *others = ma_rows()
    path = tmp_path / "ma.csv"
    path.write_bytes(as_csv([somebody_new(first), somebody_new(second, "Sam Okafor"), *others]))
    facts = directory(session)
    run("import", path, "--in-force", "2027-02-03", "--only", "1st Barnstable", "--apply")
    assert [sits("2027-02-03 11:00"), sits("2027-02-03 11:00", "25002")] == ["Jordan Reyes", "Kip Diggs"]
    assert (directory(session).as_of, directory(session).source) == (facts.as_of, facts.source)


@pytest.mark.parametrize("seat", ["25th Nowhere", ""])
def test_a_seat_that_does_not_exist_is_refused(run, file, seat):
    assert f"there is no seat “{seat}”" in run("import", file, "--only", seat).output


def test_a_resignation_leaves_the_seat_vacant_until_its_election(run, sits, session):
    when = ("--in-force", "2027-02-01", "--at", "00:00", "--filled-on", "2027-04-06")
    told = run("vacate", "5th Hampden", *when, "--apply")
    assert "  5th Hampden (House): Pat Duffy" in told.output
    assert [sits("2027-01-31 23:59", DUFFY), sits("2027-02-01 00:00", DUFFY)] == ["Pat Duffy", None]
    assert session.get_one(District, DUFFY, populate_existing=True).vacant_until == date(2027, 4, 6)
    assert sits("2027-02-01 00:00") == "Chris Flanagan"
