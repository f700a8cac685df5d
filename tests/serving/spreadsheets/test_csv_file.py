"""A file for spreadsheets has its letters right, and nothing in it runs."""

import csv
import io
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from app.serving.spreadsheets.csv_file import csv_file


def written(*rows):
    return "".join(csv_file(["Who", "Did what"], [rows]))


def read(text):
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def test_it_begins_with_its_encoding_and_the_names_of_its_columns():
    assert written().startswith("\ufeffWho,Did what")


def test_what_is_written_is_read_again():
    row = ["Señora “Ana”, 7", "one\ntwo"]
    assert read(written(row))[1] == row


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1"])
def test_a_cell_that_looks_like_a_formula_is_text(cell):
    assert read(written([cell, "-"]))[1][0].startswith("'")


def test_any_other_cell_is_left_alone():
    assert read(written(["ana@example.org", "a-b=c"]))[1] == ["ana@example.org", "a-b=c"]


def test_times_are_iso_and_numbers_plain():
    noon = datetime(2026, 11, 23, 17, 0, 0, 123, tzinfo=UTC)
    assert read(written([noon, Decimal("0.042")], [None, True]))[1:] == [["2026-11-23T17:00:00Z", "0.042"], ["", "yes"]]


def test_a_page_of_rows_is_one_piece_and_no_page_is_asked_for_before_the_last_is_taken():
    asked = []

    def pages():
        for page in ("one", "two"):
            asked.append(page)
            yield [[page, ""], [page, ""]]

    pieces = csv_file(["Who", "Did what"], pages())
    next(pieces)
    assert asked == []
    assert next(pieces) == "one,\r\none,\r\n"
    assert asked == ["one"]
