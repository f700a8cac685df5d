"""A statement that is sent as it is: made once, when it is needed, with several values as one array, read once."""

import pytest
from sqlalchemy import LargeBinary, String, column, select, values

from app.store.once import DIALECT, Once, any_mark, any_of, mark_array, text_array

WORDS = values(column("word", String), name="words").data([("busy",), ("failed",), ("answered",)])
MARKS = values(column("mark", LargeBinary), name="marks").data([(b"\x00\\",), (b'"{}',), (b"\xff",)])


def test_it_is_made_when_it_is_needed_and_never_again(session):
    made = []
    words = Once(lambda: made.append("once") or select(WORDS.c.word))
    assert made == []
    assert words.rows(session) == words.rows(session)
    assert made == ["once"]


def test_rows_of_one_of_several_texts_are_found(session):
    found = Once(lambda: select(WORDS.c.word).where(WORDS.c.word == any_of("wanted")))
    rows = found.rows(session, wanted=text_array(["busy", "answered"]))
    assert [row["word"] for row in rows] == ["busy", "answered"]


def test_rows_of_one_of_several_marks_are_found_whatever_bytes_they_have(session):
    found = Once(lambda: select(MARKS.c.mark).where(MARKS.c.mark == any_mark("wanted")))
    rows = found.rows(session, wanted=mark_array([b"\x00\\", b'"{}']))
    assert [bytes(row["mark"]) for row in rows] == [b"\x00\\", b'"{}']


@pytest.mark.parametrize("several", [any_of("wanted"), any_mark("wanted")])
def test_no_text_is_made_an_array_row_by_row(several):
    assert "CAST" not in str(select(several).compile(dialect=DIALECT))
