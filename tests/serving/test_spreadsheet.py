"""A file for spreadsheets has its letters right, and nothing in it runs."""

import csv
import io

import pytest

from app.serving.spreadsheet import spreadsheet


def written(*rows):
    return "".join(spreadsheet(["Who", "Did what"], rows))


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
