"""What programs are told of an office holder."""

from dataclasses import replace

import pytest

from app.representatives import candidates, directory, resolve
from app.representatives.for_programs import AnsweredCandidate


@pytest.fixture
def person(session):
    """Somebody whose office has a number."""
    (person,) = candidates(resolve("Holyoke"), directory(session))
    return person


def test_an_extension_stands_in_the_written_line_and_in_the_uri(person):
    line = replace(person.lines[0], e164="+16175550123", extension="13")
    told = AnsweredCandidate.of(replace(person, lines=(line, *person.lines)))
    assert (told.line, told.tel) == ("(617) 555-0123 ext. 13", "tel:+16175550123;ext=13")


def test_a_member_without_a_number_has_a_name_and_no_line(person):
    told = AnsweredCandidate.of(replace(person, lines=()))
    assert (told.name, told.line, told.tel) == (person.name, None, None)
