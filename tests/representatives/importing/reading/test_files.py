"""Files that are not what they should be: each ends in a sentence that says where, and nothing is written."""

import csv
import io

import pytest

from models import Chamber
from tests.representatives.importing.people_csv import COLUMNS, HEADER, as_csv, ma_rows, plan_of

FORMULAS = ['=HYPERLINK("http://example.org")', "+1", "-2+3", "@SUM(A1)", "\t=1+1"]
FOREIGN = [{"id": "MAL000001"}, {"id": "ocd-person/'; DROP TABLE"}, {"current_chamber": "mayor"}]


@pytest.fixture
def with_first(problems_of):
    """What is wrong when the first row says something else."""
    return lambda **what: problems_of([ma_rows()[0] | what, *ma_rows()[1:]])


@pytest.mark.parametrize("change", [lambda it: b"\xef\xbb\xbf" + it, lambda it: it.replace(b"\r\n", b"\n")])
def test_a_mark_at_the_beginning_and_either_line_ending_are_fine(session, change):
    assert plan_of(session, change(as_csv(ma_rows()))).changes_nothing


def test_columns_may_come_in_another_order(session):
    assert plan_of(session, as_csv(ma_rows(), columns=COLUMNS[::-1])).changes_nothing


@pytest.mark.parametrize("column", ["id", "name", "current_district", "current_chamber", "links", "capitol_voice"])
def test_a_missing_column_is_named(problems_of, column):
    content = as_csv(ma_rows(), columns=[it for it in COLUMNS if it != column])
    assert problems_of(content) == f"The file has no column “{column}”."


def test_every_missing_column_of_an_older_file_is_named(problems_of):
    told = problems_of(b"leg_id,full_name,party,district,chamber\r\nMAL1,A,B,C,lower\r\n")
    assert [name for name in ("id", "name", "current_party", "capitol_voice") if f"“{name}”" not in told] == []


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf", b"   \r\n"])
def test_an_empty_file_is_told(problems_of, content):
    assert problems_of(content) == "The file is empty."


@pytest.mark.parametrize(
    "content",
    [as_csv(ma_rows()).decode().encode("utf-16"), HEADER.encode() + b"\nJos\x8f,\xe9", b"\x89PNG\r\n\x1a\n"],
)
def test_another_encoding_is_told_with_the_cure(problems_of, content):
    assert "this is not UTF-8 text. Save the file as “CSV UTF-8”." in problems_of(content)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<!doctype html><title>Sign in</title>", "This is a web page."),
        (b'\xef\xbb\xbf\n{"people": []}', "This is JSON."),
        (b"%PDF-1.7", "This is a PDF."),
        (b"PK\x03\x04\x14\x00\x06\x00xl/workbook.xml", "This is a workbook of a spreadsheet program."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as “CSV UTF-8”, and take that file."),
        (b"Dear all,\n\nplease call your representative.\n", "A file is either Open States' own"),
    ],
)
def test_something_that_is_no_csv_is_told_with_what_to_do(problems_of, content, told):
    assert told in problems_of(content)


def test_a_line_of_ten_megabytes_is_told(problems_of):
    assert "larger than 5 MB" in problems_of(HEADER.encode() + b"\r\n" + b"x" * 10_000_000)


def test_a_cell_of_a_megabyte_is_told_with_its_line(problems_of):
    assert problems_of(HEADER.encode() + b"\r\n" + b"x" * 1_000_000).startswith("Line 2: this is not CSV (field larger")


def test_a_quote_that_never_closes_is_told(problems_of):
    assert "this is not CSV (unexpected end of data)" in problems_of(HEADER.encode() + b'\r\n"ocd-person/1,A,B\r\n')


def test_too_few_cells_are_told_with_their_line(problems_of):
    assert problems_of(as_csv(ma_rows()) + b"ocd-person/1,A\r\n") == (
        "Line 200: there are 2 cells under 26 columns. The file ends there: get it once more."
    )


def test_a_row_of_too_many_cells_in_the_middle_is_told_with_its_line(problems_of):
    header, first, rest = as_csv(ma_rows()).split(b"\r\n", 2)
    told = problems_of(b"\r\n".join([header, first + b",,", rest]))
    assert told == "Line 2: there are 28 cells under 26 columns."


def test_a_column_that_is_there_twice_is_told(problems_of):
    assert problems_of(f"{HEADER},name\r\n".encode()) == "The file has the column “name” twice."


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_no_name(with_first, formula):
    assert "name begins with" in with_first(name=formula)


@pytest.mark.parametrize("column", ["id", "name", "current_party", "current_district", "current_chamber"])
def test_an_empty_cell_that_is_needed_is_told(with_first, column):
    assert with_first(**{column: " "}) == f"Line 2: there is no {column}."


@pytest.mark.parametrize("what", FOREIGN)
def test_what_is_not_open_states_is_told(with_first, what):
    assert with_first(**what).startswith("Line 2: “")


def test_a_name_without_end_is_told(with_first):
    assert with_first(name="Al" * 100) == "Line 2: the name is too long."


def test_invisible_characters_are_left_out(session):
    rows = ma_rows()
    rows[0]["name"] = "Chris\u202e Fla\x1b[31mna\x00gan"
    assert plan_of(session, rows).changed[0].after.name == "Chris Fla[31mnagan"


def test_a_link_that_is_none_is_left_out(session):
    rows = ma_rows()
    rows[0]["links"] = "javascript:alert(1);https://example.org/chris"
    assert plan_of(session, rows).changed[0].after.url == "https://example.org/chris"


def test_an_unknown_district_is_told_with_names_like_it(with_first):
    told = with_first(current_district="2nd Barnstabel")
    assert told.startswith("Line 2: there is no House district “2nd Barnstabel”; near it are ")
    assert "2nd Barnstable" in told.partition("near it are")[2]


def test_a_file_of_one_chamber_is_told_where_both_are_asked_for(problems_of):
    house = [row for row in ma_rows() if row["current_chamber"] == "lower"]
    told = "The file lists nobody of the Senate, and 158 of the House: it is half a file, or of one chamber."
    assert problems_of(house).startswith(told)
    assert problems_of(house, chambers=(Chamber.SENATE,)).startswith(told)


def test_a_file_in_which_the_chambers_are_exchanged_is_told(problems_of):
    others = {"lower": "upper", "upper": "lower"}
    told = problems_of([row | {"current_chamber": others[row["current_chamber"]]} for row in ma_rows()])
    assert told.startswith("The chambers are wrong: ")
    assert "“1st Barnstable” in line 2, which is not of the Senate." in told


def test_a_file_without_rows_is_told(problems_of):
    assert problems_of(as_csv([])) == "The file names nobody: there is no row under its columns. Get it once more."


def test_a_file_of_far_too_many_rows_is_told(problems_of):
    assert problems_of(ma_rows() * 11).startswith("The file has 2178 rows, and no legislature as many members.")


def test_a_file_with_semicolons_is_a_file(session):
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, delimiter=";")
    writer.writeheader()
    writer.writerows(ma_rows())
    assert plan_of(session, text.getvalue().encode("utf-8-sig")).changes_nothing


def test_many_problems_are_told_up_to_twenty(problems_of):
    told = problems_of([row | {"name": ""} for row in ma_rows()]).splitlines()
    assert (len(told), told[-1]) == (21, "… and 178 more.")
