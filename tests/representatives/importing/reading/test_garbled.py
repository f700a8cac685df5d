"""Names that an encoding has garbled are refused with their row; names with accents are names."""

import pytest

from app.representatives.importing.reading.garbled import is_garbled, repaired
from tests.representatives.importing.people_csv import ma_rows, plan_of

MEANT = "José Tosado"
GARBLED = [
    MEANT.encode().decode("cp1252"),
    MEANT.encode().decode("latin-1"),
    MEANT.encode().decode("mac-roman"),
    MEANT.encode().decode("cp437"),
    MEANT.encode("latin-1").decode("utf-8", "replace"),
    MEANT.encode("mac-roman").decode("latin-1"),
    MEANT.encode("ascii", "replace").decode(),
    MEANT.encode("ascii", "xmlcharrefreplace").decode(),
    MEANT.encode("ascii", "backslashreplace").decode(),
    "Jos&eacute; Tosado",
    "Jos%C3%A9 Tosado",
    "D\u00e2\u20ac\u2122Emilia",
]
SOUND = [
    "José Tosado",
    "Antonio F.D. Cabral",
    "Judith García",
    "Ñusta Ångström",
    "João “Joe” O’Brien-Mc`Cabe, Jr.",
    "陳",
]


@pytest.mark.parametrize("name", GARBLED)
def test_a_garbled_name_is_refused_with_its_row(problems_of, name):
    told = problems_of([ma_rows()[0] | {"name": name}, *ma_rows()[1:]])
    assert told.startswith(f"Line 2: an encoding has garbled the name “{name}”")
    assert told.endswith("Take the file as it was downloaded, or save it as “CSV UTF-8”.")


@pytest.mark.parametrize("name", SOUND)
def test_a_name_with_accents_or_apostrophes_is_a_name(name):
    assert not is_garbled(name)


@pytest.mark.parametrize("name", [*GARBLED[:2], "Jos&eacute; Tosado", "Jos&#233; Tosado"])
def test_what_it_may_have_been_is_told_where_it_can_be_known(name):
    assert repaired(name) == MEANT


@pytest.mark.parametrize("name", ["Jos? Tosado", "Jos\ufffd Tosado", "√ Tosado"])
def test_nothing_is_told_where_letters_are_lost(name):
    assert repaired(name) == ""


@pytest.mark.parametrize("name", ["Sam Montaño", "Adam Gómez", "Juan Pérez", "Fátima Lagüe"])
def test_the_letters_of_an_old_mac_are_not_taken_for_windows(name):
    assert is_garbled(name.encode("mac-roman").decode("cp1252"), is_guessed=True)
    assert not is_garbled(name.encode("cp1252").decode("cp1252"), is_guessed=True)


def test_a_garbled_district_is_told_too(problems_of):
    told = problems_of([ma_rows()[0] | {"current_district": "Bristol &amp; Norfolk"}, *ma_rows()[1:]])
    assert "the current_district “Bristol &amp; Norfolk”, which may have been “Bristol & Norfolk”" in told


def test_every_name_of_today_is_sound(session):
    assert plan_of(session, ma_rows()).noticed.guessed == ()
