"""Every row by its name: the module of that name measures it."""

from collections.abc import Iterable
from importlib import import_module

from benchmarks.figure import Figure, Figures

ROWS = (
    "webhook",
    "statements",
    "burst",
    "dripping",
    "processes",
    "scale",
    "export",
    "uploads",
    "retention",
    "holding",
    "lookups",
    "network",
    "startup",
    "memory",
    "weight",
)


def chosen(wanted: Iterable[str]) -> list[str]:
    """The rows that are wanted, by their names or how these begin; all where nothing is said.

    Raises:
        SystemExit: no row is called so.
    """
    wanted = tuple(wanted)
    unknown = [name for name in wanted if not any(_is_of(row, name) for row in ROWS)]
    if unknown:
        raise SystemExit(f"✗ ROWS: no row is called {', '.join(unknown)}. There are: {', '.join(ROWS)}")
    return [row for row in ROWS if not wanted or any(_is_of(row, name) for name in wanted)]


def measured(row: str, wanted: Iterable[str]) -> Figures:
    """The figures of a row, each by the row's name and its own; of these only what is wanted.

    Raises:
        LookupError: a figure is wanted that the row does not have.
    """
    wanted = tuple(wanted)
    found: Figures = import_module(f"benchmarks.{row}").measure()
    figures = {f"{row}.{key}" if key else row: Figure(*figure) for key, figure in found.items()}
    if absent := [name for name in wanted if _is_of(row, name) and not any(key.startswith(name) for key in figures)]:
        raise LookupError(f"{', '.join(absent)}: no figure of this row. It has: {', '.join(figures)}")
    return {key: figure for key, figure in figures.items() if not wanted or key.startswith(wanted)}


def _is_of(row: str, name: str) -> bool:
    return row.startswith(name) or name.startswith(f"{row}.")
