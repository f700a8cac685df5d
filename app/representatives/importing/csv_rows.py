"""Reads the rows of a CSV file that anybody may have made, with anything: bad files end in a clear sentence."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.language.text import clean_text
from app.representatives.importing.problems import FileProblemsError

LARGEST_FILE = 5 * 1024 * 1024  # bytes; the largest state's file has 0.3 MB
LONGEST_CELL = 2000
FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class FileRow:
    """The cells that are needed of one row, cleaned, and the line of the file in which it ends."""

    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def problem(self, what: str) -> str:
        """A sentence about this row."""
        return f"Line {self.line}: {what}."

    def formulas(self, columns: Sequence[str]) -> list[str]:
        """Cells that a spreadsheet would take for a formula: no name begins like that."""
        return [
            self.problem(f"{column} begins with “{self[column][0]}” like a formula")
            for column in columns
            if self[column].startswith(FORMULA)
        ]


def read_file(path: Path) -> bytes:
    """The file's bytes; of one that is too large just enough to say so."""
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


def read_rows(content: bytes, needed: Sequence[str]) -> list[FileRow]:
    """The rows of a file that has these columns, perhaps among others.

    Raises:
        FileProblemsError: it is no such file.
    """
    reader = csv.reader(io.StringIO(_decode(content), newline=""), strict=True)
    try:
        header = [clean_text(cell, limit=LONGEST_CELL) for cell in next(reader, [])]
        _refuse_other_columns(header, needed)
        return [_row(reader.line_num, header, needed, cells) for cells in reader if any(cells)]
    except csv.Error as error:
        raise FileProblemsError([f"Line {reader.line_num}: this is not CSV ({error})."]) from error


def _decode(content: bytes) -> str:
    if len(content) > LARGEST_FILE:
        raise FileProblemsError([f"The file is larger than {LARGEST_FILE // 1024**2} MB: it lists more than people."])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FileProblemsError([f"Line {line}: this is not UTF-8 text. Save the file as “CSV UTF-8”."]) from error
    if not text.strip():
        raise FileProblemsError(["The file is empty."])
    return text


def _refuse_other_columns(header: list[str], needed: Sequence[str]) -> None:
    missing = [name for name in needed if name not in header]
    twice = sorted({name for name in needed if header.count(name) > 1})
    problems = [f"The file has no column “{name}”." for name in missing]
    problems += [f"The file has the column “{name}” twice." for name in twice]
    if problems:
        raise FileProblemsError(problems)


def _row(line: int, header: list[str], needed: Sequence[str], cells: list[str]) -> FileRow:
    if len(cells) != len(header):
        what = f"Line {line}: there are {len(cells)} cells under {len(header)} columns."
        raise FileProblemsError([what])
    named = dict(zip(header, cells, strict=True))
    too_long = [name for name in needed if len(named[name]) > LONGEST_CELL]
    if too_long:
        raise FileProblemsError([f"Line {line}: {too_long[0]} is longer than {LONGEST_CELL} characters."])
    return FileRow(line, {name: clean_text(named[name], limit=LONGEST_CELL) for name in needed})
