"""Scripts: their blanks are filled, and what was filled in shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.examples import MANY
from voice_flows.script import Piece, fill, fill_text, paragraphs

FILLED = {"name": "Ana", "town": "Holyoke", "representative": "Rep. Duffy"}


@pytest.mark.parametrize(
    ("blank", "value"),
    [
        ("[name]", "Ana"),
        ("[NAME]", "Ana"),
        ("[City/Town]", "Holyoke"),
        ("[city]", "Holyoke"),
        ("[TOWN]", "Holyoke"),
        ("[Representative]", "Rep. Duffy"),
        ("[rEpReSeNtAtIvE]", "Rep. Duffy"),
    ],
)
def test_blanks_are_filled_however_they_are_written(blank, value):
    assert fill_text(f"Say {blank}.", **FILLED) == f"Say {value}."


@pytest.mark.parametrize("other", ["[bill]", "[name", "name]", "[]", "[first name]", "{name}", "[[nam]]"])
def test_what_is_no_blank_of_ours_stays(other):
    assert fill_text(f"Say {other}.", **FILLED) == f"Say {other}."


def test_a_blank_that_is_not_known_yet_stays_as_it_was_written():
    assert fill_text("I am [Name] from [Town].", town="Holyoke") == "I am [Name] from Holyoke."


def test_what_was_filled_in_is_marked():
    assert fill("I am [name].", **FILLED) == (
        Piece("I am ", filled=False),
        Piece("Ana", filled=True),
        Piece(".", filled=False),
    )


def test_a_blank_left_open_is_not_marked():
    assert [piece.filled for piece in fill("I am [name].")] == [False, False, False]


def test_a_value_that_looks_like_a_blank_is_not_filled_again():
    assert fill_text("[name]", name="[town]", town="Holyoke") == "[town]"


@MANY
@given(st.text())
def test_a_script_without_values_is_never_changed(script):
    assert fill_text(script) == script


def test_paragraphs_are_what_an_empty_line_separates():
    assert paragraphs("One\ntwo\n \n\n  three\n") == ("One\ntwo", "three")
