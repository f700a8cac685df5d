"""`flask representatives import` and `import-districts`, as a volunteer types them."""

import json
import os
import pty
import subprocess
import sys

import pytest

from app.representatives import directory
from app.representatives.roster.correct_lines import correct_lines
from models import WhomToCall
from tests.representatives.importing.people_csv import NOON, as_csv, ma_rows, somebody_new
from tests.world.campaign.campaigns import change_campaign
from tests.world.database.own_roster import restore_offices


@pytest.fixture(scope="module")
def database_url(own_offices):
    return own_offices


@pytest.fixture(autouse=True)
def as_it_was(clean_database):
    yield
    restore_offices(clean_database)


@pytest.fixture
def file(tmp_path):
    """Open States' file of today, with somebody new in the 1st Barnstable."""
    path = tmp_path / "ma.csv"
    rows = ma_rows()
    path.write_bytes(as_csv([somebody_new(rows[0]), *rows[1:]]))
    return path


@pytest.fixture
def run(app):
    """Runs `flask representatives import …`."""

    def run(*arguments, command="import"):
        return app.test_cli_runner().invoke(args=["representatives", command, *map(str, arguments)])

    return run


def holder(session):
    session.rollback()
    seat = directory(session).seat("25001")
    return seat.holder and seat.holder.name


def test_a_preview_tells_what_would_change_and_writes_nothing(run, file, session):
    told = run(file).output
    assert "1 new, 1 leaving, 0 moving, 0 changed, 2 vacant, 1 without a number" in told
    assert "  1st Barnstable (House): Jordan Reyes, Democratic, (617) 722-2080; before: Chris Flanagan\n" in told
    assert "Nothing was written." in told
    assert holder(session) == "Chris Flanagan"


def test_with_apply_it_is_written(run, file, session):
    assert run(file, "--apply").output.endswith("Written.\n")
    assert holder(session) == "Jordan Reyes"


def test_a_second_time_nothing_has_to_change(run, file, session):
    run(file, "--apply")
    version = directory(session).version
    assert "Nothing had to change. The facts are now as of " in run(file, "--apply").output
    session.rollback()
    assert directory(session).version == version


def test_the_source_and_the_day_can_be_told(run, file, session):
    run(file, "--apply", "--as-of", "2026-11-20", "--source", "A volunteer")
    assert (str(directory(session).as_of), directory(session).source) == ("2026-11-20", "A volunteer")


def test_facts_older_than_ours_are_told(run, file):
    older = "These facts are older than those in the database, of 2026-08-05."
    assert older in run(file, "--as-of", "2026-08-04").output
    assert older not in run(file, "--as-of", "2026-08-05").output


def test_a_day_to_come_is_refused(run, file):
    assert "that day is still to come" in run(file, "--as-of", "2999-01-01").output


def test_programs_read_json(run, file):
    told = json.loads(run(file, "--json").output)
    assert [it["name"] for it in told["added"] + told["left"]] == ["Jordan Reyes", "Chris Flanagan"]
    assert (told["applied"], told["refused"], told["lines_changed"]) == (False, [], 0)


def test_a_great_loss_is_refused_with_the_reason_and_the_way(run, file, session):
    file.write_bytes(as_csv(ma_rows()[20:]))
    refused = run(file, "--apply")
    assert refused.exit_code == 1
    assert "20 of 160 House seats would become vacant: 12.5%" in refused.output
    assert holder(session) == "Chris Flanagan"


def test_a_great_loss_can_be_allowed(run, file, session):
    file.write_bytes(as_csv(ma_rows()[20:]))
    assert run(file, "--apply", "--yes-seats").exit_code == 0
    assert holder(session) is None


def test_programs_read_why_it_is_refused(run, file):
    file.write_bytes(as_csv(ma_rows()[20:]))
    told = run(file, "--apply", "--json")
    assert (told.exit_code, json.loads(told.stdout)["applied"]) == (1, False)


def test_what_is_allowed_is_told_all_the_same(run, file):
    file.write_bytes(as_csv(ma_rows()[20:]))
    told = run(file, "--yes-seats")
    assert told.stderr.startswith("Answered: 20 of 160 House seats would become vacant")


def test_a_file_without_numbers_is_refused_with_what_to_check(run, file, session):
    file.write_bytes(as_csv([row | {"capitol_voice": "see website", "district_voice": ""} for row in ma_rows()]))
    refused = run(file, "--apply")
    assert refused.exit_code == 1
    assert "  line 2: Chris Flanagan, capitol_voice: “see website” cannot be read as one telephone" in refused.output
    assert "157 of 158 House members would lose the number they had: 99.4%" in refused.output
    assert directory(session).seat("25001").line


@pytest.fixture
def listed(session, campaign):
    """A campaign that calls Chris Flanagan, and that Kip Diggs supports already."""
    chris, kip = (directory(session).seat(geoid).holder.id for geoid in ("25001", "25002"))
    change_campaign(session, whom_to_call=WhomToCall.LISTED, listed=[chris], with_us=[kip])


def test_who_leaves_a_campaigns_list_is_told_before(run, file, listed):
    file.write_bytes(as_csv(ma_rows()[2:]))
    told = run(file).output
    assert "  Chris Flanagan: on the list of “the Safe Communities Act” (safe-communities)\n" in told
    assert "  Kip Diggs: among those who already support “the Safe Communities Act” (safe-communities)\n" in told


def test_programs_read_who_leaves_a_campaigns_list(run, file, listed):
    (told,) = json.loads(run(file, "--json").stdout)["left_and_listed"]
    assert (told["name"], told["campaign"], told["list"]) == ("Chris Flanagan", "safe-communities", "listed")


def test_programs_read_in_which_line_a_number_is_none(run, file):
    file.write_bytes(as_csv([ma_rows()[0] | {"capitol_voice": "none"}, *ma_rows()[1:]]))
    (told,) = json.loads(run(file, "--json").stdout)["numbers_left_out"]
    assert (told["line"], told["name"], told["column"]) == (2, "Chris Flanagan", "capitol_voice")


def test_one_chamber_can_be_imported_alone(run, file, session):
    file.write_bytes(as_csv([row for row in ma_rows() if row["current_chamber"] == "upper"]))
    assert "Nobody changes" in run(file, "--chamber", "senate", "--apply").output
    assert holder(session) == "Chris Flanagan"


def test_a_bad_file_is_told_without_a_traceback(run, file):
    file.write_bytes(b"\xff\xfe\x00")
    told = run(file)
    assert (told.exit_code, "not UTF-8" in told.output, "Nothing was written." in told.output) == (1, True, True)


def correct(session):
    correct_lines(session, directory(session).seat("25001").holder.id, (), by="ana@example.org", note="-", now=NOON)
    session.commit()


def test_corrected_lines_are_listed_and_kept(run, file, session):
    correct(session)
    file.write_bytes(as_csv(ma_rows()))
    kept = "Chris Flanagan: by hand no number; in the file (617) 722-2080"
    assert kept in run(file, "--apply").output
    assert directory(session).seat("25001").line is None


def test_corrected_lines_are_overwritten_when_told_to(run, file, session):
    correct(session)
    file.write_bytes(as_csv(ma_rows()))
    assert "Corrected by hand, and overwritten" in run(file, "--apply", "--overwrite-corrections").output
    session.rollback()
    assert directory(session).seat("25001").line.e164 == "+16177222080"


def on_a_terminal(url, file, answers):
    """What the command says to somebody who sits before it and types these answers."""
    here, there = pty.openpty()
    os.write(here, answers.encode())
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "representatives", "import", str(file)]
    environment = {**os.environ, "DATABASE_URL": url}
    try:
        return subprocess.run(command, stdin=there, capture_output=True, text=True, check=True, env=environment).stdout  # noqa: S603 - our own command
    finally:
        os.close(here)
        os.close(there)


@pytest.mark.parametrize(("answer", "name"), [("y\n", "Jordan Reyes"), ("n\n", "Chris Flanagan")])
def test_on_a_terminal_it_asks(clean_database, file, session, answer, name):
    assert "Apply these changes?" in on_a_terminal(clean_database, file, answer)
    assert holder(session) == name


def test_on_a_terminal_it_asks_before_it_overwrites_a_correction(clean_database, file, session):
    correct(session)
    file.write_bytes(as_csv(ma_rows()))
    told = on_a_terminal(clean_database, file, "y\ny\n")
    assert "Overwrite the lines of 1 office corrected by hand?" in told
    session.rollback()
    assert directory(session).seat("25001").line.e164 == "+16177222080"


def test_districts_of_another_state_come_first(run, tmp_path, session):
    path = tmp_path / "ri.csv"
    path.write_text("geoid,chamber,name,ocd_id\n44001,house,1,ocd-division/country:us/state:ri/sldl:1\n")
    assert "Nothing was written." in run(path, "--state", "ri", command="import-districts").output
    told = run(path, "--state", "ri", "--apply", command="import-districts").output
    assert told == "Districts of RI: 1 new, 0 changed, 0 as before.\n  new      1 (House), 44001\nWritten.\n"


def test_a_state_is_two_letters(run, file):
    assert "two letters" in run(file, "--state", "Mass").output


@pytest.fixture
def twice(file):
    """A file with two people for one seat, and numbers of more than a third of the House changed."""
    rows = [row | {"capitol_voice": "617-722-2000"} for row in ma_rows()[:60]] + ma_rows()[60:]
    file.write_bytes(as_csv([*rows, somebody_new(rows[0])]))
    return file


def test_every_question_is_told_with_the_option_that_answers_it(run, twice, session):
    told = run(twice, "--apply").output
    assert "The file tells 1st Barnstable (House) twice. Which line is right?\n" in told
    assert "  --answer twice-2=200  Line 200: Jordan Reyes, 1st Barnstable (House), Democratic, " in told
    assert "  If this is right, add --yes-lines.\n" in told
    assert holder(session) == "Chris Flanagan"


def test_with_every_answer_it_is_written(run, twice, session):
    assert run(twice, "--apply", "--yes-lines", "--answer", "twice-2=200").exit_code == 0
    assert holder(session) == "Jordan Reyes"


def test_what_is_no_answer_is_told(run, twice):
    assert "“Jordan” is not KEY=ANSWER" in run(twice, "--answer", "Jordan").output


def test_programs_read_the_questions(run, twice):
    told = json.loads(run(twice, "--json", "--yes-lines").stdout)
    assert [(it["key"], it["answer"], list(it["choices"])) for it in told["questions"]] == [
        ("twice-2", None, ["2", "200"]),
        ("lines", "yes", ["yes"]),
    ]
    assert told["refused"] == ["The file tells 1st Barnstable (House) twice. Which line is right?"]


def test_on_a_terminal_it_asks_every_question(clean_database, twice, session):
    told = on_a_terminal(clean_database, twice, "200\ny\ny\n")
    assert "Which? (2, 200): " in told
    assert holder(session) == "Jordan Reyes"


def test_on_a_terminal_nothing_is_written_where_something_is_not_right(clean_database, twice, session):
    with pytest.raises(subprocess.CalledProcessError) as stopped:
        on_a_terminal(clean_database, twice, "200\nn\n")
    assert "Nothing was written. Answer this first, or mend the file." in stopped.value.stderr
    assert holder(session) == "Chris Flanagan"
