"""Scripts: their blanks are filled, and what was filled in shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.world.examples import MANY
from tests.world.known import known
from voice_flows.click_to_call import FLOW
from voice_flows.names import Title, Titled
from voice_flows.script import Piece, fill, fill_text, paragraphs

FILLED = {"name": "Ana", "town": "Holyoke", "representative": "Rep. Duffy", "office": "the office of Rep. Duffy"}


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
        ("[Office]", "the office of Rep. Duffy"),
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


def spoken(**what):
    """What is told at the script, language by language."""
    says = FLOW.question("script", known(language="es", **what)).says
    return [(said.language, said.text) for said in says][2:-2]


def test_the_script_is_told_in_the_callers_language_and_in_english_on_key_two():
    what = {"script": "Yes.", "script_own": "Sí."}
    assert spoken(**what)[:1] == [("es", "Sí.")]
    two = FLOW.after("script", 1, known(language="es", **what), "2")
    assert next(said.text for said in FLOW.question(two, known(language="es", **what)).says) == "Yes."
    assert FLOW.after(two, 2, known(language="es", **what), "2") == "script"


def test_a_script_is_told_in_the_callers_language_alone_where_there_is_no_english():
    says = [said.text for said in FLOW.question("script", known(language="es", script="", script_own="Sí.")).says]
    assert says[1:3] == ["Esto es lo que puede decir. Para comunicarse ya, oprima 1.", "Sí."]
    assert "inglés" not in " ".join(says)
    thanks = known(language="es", script="", script_own="Sí.", thanks=True)
    assert "inglés" not in " ".join(said.text for said in FLOW.question("script", thanks).says)


def test_the_office_is_named_as_each_language_says_it():
    pat = Titled("Pat Duffy", Title.REPRESENTATIVE)
    assert spoken(script="This is for [office].", representative=pat) == [
        ("en", "This is for the office of Representative Pat Duffy.")
    ]
    own = {"script_own": "Esto es para [office].", "representative": pat}
    assert spoken(**own)[0] == ("es", "Esto es para la oficina de Pat Duffy.")


def test_without_a_translation_only_the_english_is_told():
    assert spoken(script="Yes.") == [("en", "Yes.")]


def test_points_are_offered_in_the_language_they_are_told_in():
    own = FLOW.question("points", known(language="es", points=("Uno.",), points_own=True)).says
    assert (own[0].language, own[-1].text) == ("es", "Para oír más razones, oprima 5.")
    english = FLOW.question("points", known(language="es", points=("One.",))).says
    assert (english[0].language, english[-1].text) == ("en", "Para oír más razones, en inglés, oprima 5.")
