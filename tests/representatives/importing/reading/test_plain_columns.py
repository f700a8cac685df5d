"""A file that somebody typed: name, chamber, district, party, phone, e-mail, from."""

import csv
import io
from datetime import date

import pytest

from app.representatives import directory
from app.representatives.facts.tables import tables
from app.representatives.importing import questions
from app.representatives.roster.correct_lines import correct_lines, undo_correction
from models import LineKind
from tests.representatives.importing.people_csv import NOON, import_rows, ma_rows, plan_of, somebody_new

HEADER = ("Name", "Chamber", "District", "Party", "Phone", "E-mail", "From")


def typed(change=lambda _row: {}, header=HEADER, parted_by=","):
    """Everybody of today as a volunteer types them."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=parted_by)
    writer.writerow(header)
    for person in tables().people:
        row = plain(person) | change(person)
        writer.writerow([row[name] for name in HEADER])
    return text.getvalue().encode("utf-8-sig")


def plain(person):
    district = tables().districts[person.geoid]
    phones = "; ".join(f"{line.e164[2:]}{' x' + line.extension if line.extension else ''}" for line in person.lines)
    cells = (person.name, district.chamber.title(), district.name, person.party, phones, person.email, "")
    return dict(zip(HEADER, cells, strict=True))


def first_is(**cells):
    """The first of them is told otherwise."""
    return typed(
        lambda person: {name: cells.get(name, plain(person)[name]) for name in HEADER} if is_first(person) else {}
    )


def is_first(person):
    return person.geoid == "25001"


def seat(session, geoid="25001"):
    return directory(session).seat(geoid)


def test_everybody_of_today_changes_nobody(session):
    plan = plan_of(session, typed())
    assert (plan.changes_nothing, plan.skipped, questions(plan)) == (True, (), ())


def test_semicolons_and_other_names_of_columns_are_fine(session):
    header = ("full name", "CHAMBER", "district", "party", "telephone", "email", "since")
    assert plan_of(session, typed(header=header, parted_by=";")).changes_nothing


def test_who_is_new_begins_on_the_day_that_is_typed(session):
    import_rows(session, first_is(Name="Jordan Reyes", Phone="413-555-0142", From="1/6/2027"))
    (holder,) = [it for it in plan_of(session, typed()).before if it.geoid == "25001"]
    assert (holder.name, holder.valid_from, holder.url) == ("Jordan Reyes", date(2027, 1, 6), "")
    assert [line.kind for line in seat(session).lines] == [LineKind.DISTRICT]


def test_whom_we_know_keeps_the_id_and_what_no_column_says(session):
    import_rows(session, first_is(Phone="413-555-0142", Party=""))
    holder = seat(session).holder
    assert (holder.party, holder.url[-4:], holder.openstates_id) == ("Democratic", "CRF1", ma_rows()[0]["id"])


def test_who_was_typed_is_known_again_however_they_are_told(session):
    import_rows(session, first_is(Name="Jordan Reyes"))
    id_ = seat(session).holder.openstates_id
    assert not import_rows(session, first_is(Name="Jordan Reyes"))
    import_rows(session, [somebody_new(ma_rows()[0], email="jordan@example.org"), *ma_rows()[1:]])
    assert (seat(session).holder.openstates_id, seat(session).holder.email) == (id_, "jordan@example.org")


def only_first(**cells):
    """A file of the first of them alone."""
    return b"\n".join(first_is(**cells).splitlines()[:2])


def test_whoever_is_not_in_the_file_stays_where_that_is_said(session):
    plan = plan_of(session, only_first(Name="Jordan Reyes"), rest_stays=True)
    assert ([it.name for it in plan.added], [it.name for it in plan.left]) == (["Jordan Reyes"], ["Chris Flanagan"])
    assert questions(plan) == ()


def test_letters_are_a_guess_of_whom_the_file_names_alone(session):
    content = only_first(Name="Sol Núñez").decode("utf-8-sig").encode("cp1252")
    assert plan_of(session, content, rest_stays=True).noticed.guessed == ("Sol Núñez",)


def test_who_moves_does_not_stay_behind(session):
    content = only_first(District="1st Franklin")
    (move,) = plan_of(session, content, rest_stays=True, answers={"same-name-2": "one"}).moved
    assert (move.before.geoid, plan_of(session, content, rest_stays=True).emptied) == ("25001", ())


def test_a_correction_of_who_stays_stays_and_can_still_be_undone(session):
    mike = directory(session).seat("25002").holder.id
    correct_lines(session, mike, (), by="ana@example.org", note="-", now=NOON)
    import_rows(session, only_first(Name="Jordan Reyes"), rest_stays=True)
    assert seat(session, "25002").lines == ()
    undo_correction(session, mike, by="ana@example.org", now=NOON)
    assert seat(session, "25002").line.e164 == "+16177222380"


def test_short_words_for_a_party_and_a_chamber_are_understood(session):
    words = {"Democratic": "D.", "Republican": "rep"}
    told = {"House": "House of Representatives", "Senate": "senator"}
    change = lambda it: {"Party": words.get(it.party, it.party), "Chamber": told[plain(it)["Chamber"]]}  # noqa: E731
    assert plan_of(session, typed(change)).changes_nothing


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ({"Name": ""}, "Line 2: there is no Name."),
        ({"Chamber": "Congress"}, "Line 2: “Congress” is no chamber: it must be House or Senate."),
        ({"From": "next week"}, "Line 2: “next week” is no day: write it like 2027-01-06."),
        ({"From": "2027-01-07"}, "Line 2: Chris Flanagan begins on 2027-01-07, after the day of this import."),
        ({"Name": "=1+1"}, "Line 2: Name begins with “=” like a formula."),
    ],
)
def test_what_is_wrong_is_told_in_the_files_own_words(problems_of, cells, told):
    assert problems_of(first_is(**cells)) == told


def test_a_column_that_is_missing_is_named(problems_of):
    header = ("Name", "Chamber", "District", "Party", "What", "E-mail", "From")
    assert problems_of(typed(header=header)) == "The file has no column “phone”."


def test_a_number_that_is_none_is_told_by_its_column(session):
    (skipped,) = plan_of(session, first_is(Phone="see website")).skipped
    assert (skipped.line, skipped.column, skipped.written) == (2, "Phone", "see website")


@pytest.mark.parametrize("cells", [{"Name": "A" * 10_000}, {"Party": "\u202e" * 3000}, {"E-mail": "x" * 3000}])
def test_endless_cells_are_told(problems_of, cells):
    assert problems_of(first_is(**cells)).endswith("is longer than 2000 characters.")


def test_hostile_letters_are_left_out(session):
    plan = plan_of(
        session, first_is(Name="Chris\u202e Fla\x00nagan\u200f", Phone="=HYPERLINK(1)", **{"E-mail": "@SUM(1)"})
    )
    assert plan.people[0].name == "Chris Flanagan"
    assert [it.written for it in plan.skipped] == ["=HYPERLINK(1)", "@SUM(1)"]
