"""The map of a state: every town and House district as a path, drawn by pages and kept by browsers for a year."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

FILE = "map.txt"
KINDS = ("town", "house")
_FOLDER = Path(__file__).parents[1] / "tables"
_LETTERS = 16


@dataclass(frozen=True, slots=True)
class Area:
    """One town, by its name, or one House district, by its GEOID; `id` is what the drawing calls it."""

    id: str
    name: str
    x: int
    y: int
    path: str


@dataclass(frozen=True, slots=True, eq=False)
class StateMap:
    """So many units large; `digest` is of all that is in it."""

    digest: str
    width: int
    height: int
    areas: Mapping[str, Sequence[Area]]  # by kind

    def drawing(self) -> str:
        """Every outline once, to be used by its id; in a path there are numbers and letters alone."""
        paths = "".join(f'<path id="{it.id}" d="{it.path}"/>' for kind in KINDS for it in self.areas[kind])
        return f'<svg xmlns="http://www.w3.org/2000/svg"><defs>{paths}</defs></svg>'


@cache
def state_map(state: str = "MA") -> StateMap:
    """The map of one state."""
    return _read((_FOLDER / state.lower() / FILE).read_text(encoding="utf-8"))


def _read(written: str) -> StateMap:
    head, *lines = written.splitlines()
    size = json.loads(head)
    areas = list(_areas(lines))
    return StateMap(
        digest=sha256(written.encode()).hexdigest()[:_LETTERS],
        width=size["width"],
        height=size["height"],
        areas={kind: [area for of_kind, area in areas if of_kind == kind] for kind in KINDS},
    )


def _areas(lines: Sequence[str]) -> Iterator[tuple[str, Area]]:
    for number, line in enumerate(lines):
        kind, name, middle, path = line.split("\t")
        x, y = middle.split(" ")
        yield kind, Area(f"{kind}-{number}", name, int(x), int(y), path)
