"""Reads a file of people: Open States', or one that somebody typed."""

from dataclasses import dataclass

from app.representatives.importing.csv_rows import FileRow, read_table
from app.representatives.importing.people.columns import COLUMNS
from app.representatives.importing.people.plain import is_plain, plain_rows
from app.representatives.importing.problems import FileProblemsError

EITHER = (
    "A file is either Open States' own, with all its columns, or has these: name, chamber, district, party, phone, "
    "e-mail and, where you know it, from."
)
MANY = 3  # columns missing: then it is neither


@dataclass(frozen=True, slots=True)
class PeopleRows:
    """The rows; whether somebody typed them, and whether its letters beyond ASCII are a guess."""

    rows: tuple[FileRow, ...]
    is_plain: bool
    is_guessed: bool


def read_people(content: bytes) -> PeopleRows:
    """The rows of either kind of file.

    Raises:
        FileProblemsError: it is neither.
    """
    table = read_table(content)
    typed = is_plain(table)
    try:
        rows = plain_rows(table) if typed else table.rows({name: name for name in COLUMNS})
    except FileProblemsError as error:
        many = not typed and len(error.problems) >= MANY
        raise FileProblemsError([*error.problems, EITHER] if many else error.problems) from error
    return PeopleRows(tuple(rows), typed, table.is_guessed)
