"""Reads the rows of a CSV file that anybody may have made, with anything: bad files end in a clear sentence."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.language.text import clean_text
from app.representatives.importing.problems import FileProblemsError
from app.representatives.importing.reading.garbled import is_garbled, repaired
from app.representatives.importing.reading.text import LARGEST_FILE, as_text

LONGEST_CELL = 2000
MOST_ROWS = 10_000  # all legislators of the country are fewer
TOO_MANY = f"The file has more than {MOST_ROWS:,} rows: it lists more than people."
FORMULA = ("=", "+", "-", "@")
PARTED_BY = ",;\t"  # spreadsheets of other countries write semicolons
SHOWN = 60


@dataclass(frozen=True, slots=True)
class FileRow:
    """The cells that are needed of one row, cleaned and as they are written, and the line in which it ends.

    `called` are the names that the file gives to its columns, where they are others than ours.
    `is_guessed` as of the text.
    """

    line: int
    cells: Mapping[str, str]
    written: Mapping[str, str]
    called: Mapping[str, str]
    is_guessed: bool

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def name_of(self, column: str) -> str:
        """What the file calls it."""
        return self.called.get(column, column)

    def problem(self, what: str) -> str:
        """A sentence about this row."""
        return f"Line {self.line}: {what}."

    def formulas(self, columns: Sequence[str]) -> list[str]:
        """Cells that a spreadsheet would take for a formula: no name begins like that."""
        return [
            self.problem(f"{self.name_of(column)} begins with “{self[column][0]}” like a formula")
            for column in columns
            if self[column].startswith(FORMULA)
        ]

    def garbled(self, columns: Sequence[str]) -> list[str]:
        """Cells whose letters were garbled before the file came here: nobody is called like that."""
        written = {column: self.written[column] for column in columns}
        garbled = [column for column, cell in written.items() if is_garbled(cell, is_guessed=self.is_guessed)]
        return [self.problem(_garbled(self.name_of(column), written[column])) for column in garbled]


@dataclass(frozen=True, slots=True)
class Table:
    """A file's columns, and the cells under them by line; `is_guessed` as of the text."""

    header: tuple[str, ...]
    cells: tuple[tuple[int, list[str]], ...]
    is_guessed: bool

    def rows(self, columns: Mapping[str, str]) -> list[FileRow]:
        """The rows, with these columns alone: our name of each, and the file's.

        Raises:
            FileProblemsError: a column is missing, or a row is none.
        """
        _refuse_other_columns(self.header, tuple(columns.values()))
        return [self._row(line, cells, columns) for line, cells in self.cells]

    def _row(self, line: int, cells: list[str], columns: Mapping[str, str]) -> FileRow:
        if len(cells) != len(self.header):
            half = " The file ends there: get it once more." if line == self.cells[-1][0] else ""
            cells_told = f"Line {line}: there are {len(cells)} cells under {len(self.header)} columns."
            raise FileProblemsError([f"{cells_told}{half}"])
        named = dict(zip(self.header, cells, strict=True))
        written = {ours: named[theirs] for ours, theirs in columns.items()}
        too_long = [columns[ours] for ours, cell in written.items() if len(cell) > LONGEST_CELL]
        if too_long:
            raise FileProblemsError([f"Line {line}: {too_long[0]} is longer than {LONGEST_CELL} characters."])
        cleaned = {ours: clean_text(cell, limit=LONGEST_CELL) for ours, cell in written.items()}
        return FileRow(line, cleaned, written, columns, self.is_guessed)


def read_file(path: Path) -> bytes:
    """The file's bytes; of one that is too large just enough to say so."""
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def read_table(content: bytes) -> Table:
    """The columns and rows of a file.

    Raises:
        FileProblemsError: it is no CSV, or has too many rows.
    """
    text = as_text(content)
    header, *cells = islice(_parted(text.written), MOST_ROWS + 2)
    if len(cells) > MOST_ROWS:
        raise FileProblemsError([TOO_MANY])
    return Table(tuple(clean_text(cell, limit=LONGEST_CELL) for cell in header[1]), tuple(cells), text.is_guessed)


def read_rows(content: bytes, needed: Sequence[str]) -> list[FileRow]:
    """The rows of a file that has these columns, perhaps among others.

    Raises:
        FileProblemsError: it is no such file.
    """
    return read_table(content).rows({name: name for name in needed})


def _parted(text: str) -> Iterator[tuple[int, list[str]]]:
    first = text.lstrip().partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=max(PARTED_BY, key=first.count))
    try:
        yield from ((reader.line_num, cells) for cells in reader if any(cells))
    except csv.Error as error:
        raise FileProblemsError([f"Line {reader.line_num}: this is not CSV ({error})."]) from error


def _refuse_other_columns(header: Sequence[str], needed: Sequence[str]) -> None:
    missing = [name for name in needed if name not in header]
    twice = sorted({name for name in needed if header.count(name) > 1})
    problems = [f"The file has no column “{name}”." for name in missing]
    problems += [f"The file has the column “{name}” twice." for name in twice]
    if problems:
        raise FileProblemsError(problems)


def _garbled(column: str, written: str) -> str:
    meant = repaired(written)
    maybe = f", which may have been “{meant[:SHOWN]}”" if meant else ""
    what = f"an encoding has garbled the {column} “{written[:SHOWN]}”{maybe}"
    return f"{what}. Take the file as it was downloaded, or save it as “CSV UTF-8”"
