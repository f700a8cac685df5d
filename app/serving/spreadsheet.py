"""Writes a table as a file that a spreadsheet opens as it is meant: its letters right, and nothing in it run."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

UTF_8 = "\ufeff"  # without it Excel takes accents for something else
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - these run as well


def spreadsheet(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The file in pieces, a row each."""
    yield UTF_8 + _line(columns)
    for row in rows:
        yield _line(row)


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([_no_formula(cell) for cell in cells])
    return line.getvalue()


def _no_formula(cell: str) -> str:
    """A cell that begins like a formula is text, as one that is typed with an apostrophe."""
    return f"'{cell}" if cell.lstrip(" ").startswith(RUNS) else cell
