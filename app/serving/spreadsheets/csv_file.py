"""Writes a table as CSV that a spreadsheet opens as it is meant: its letters right, and nothing in it run."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from app.serving.spreadsheets.cells import Cell

UTF_8 = "\ufeff"  # without it Excel takes accents for something else
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - these run as well


class _Lines:
    """Where the writer leaves its lines until they are taken."""

    def __init__(self) -> None:
        self._written: list[str] = []

    def write(self, line: str) -> None:
        """One more."""
        self._written.append(line)

    def taken(self) -> str:
        """All since the last time."""
        lines = "".join(self._written)
        self._written.clear()
        return lines


def csv_file(columns: Sequence[str], pages: Iterable[Iterable[Sequence[Cell]]]) -> Iterator[str]:
    """The file in pieces: its head, then a piece for each page of rows."""
    lines = _Lines()
    writer = csv.writer(lines)
    writer.writerow(columns)
    yield UTF_8 + lines.taken()
    for rows in pages:
        writer.writerows([_written(cell) for cell in row] for row in rows)
        yield lines.taken()


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return _no_formula(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return _iso(cell) if isinstance(cell, datetime) else str(cell)


def _iso(moment: datetime) -> str:
    """To the second: 2026-11-23T17:00:00Z, or with how far it is from that clock."""
    written = moment.isoformat(timespec="seconds")
    return f"{written[:-6]}Z" if moment.tzinfo is UTC else written


def _no_formula(cell: str) -> str:
    """A cell that begins like a formula is text, as one that is typed with an apostrophe."""
    return f"'{cell}" if cell.lstrip(" ").startswith(RUNS) else cell
