"""The table of outlines, unpacked once for the life of the process; each area is read when somebody asks for it."""

import lzma
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import accumulate
from pathlib import Path

from app.representatives.outlines.geometry import Line, Spot
from app.representatives.outlines.grid import Grid

FILE = "outlines.txt.xz"
_FOLDER = Path(__file__).parents[1] / "tables"


@dataclass(frozen=True, slots=True, eq=False)
class Outlines:
    """Arcs as the file writes them, and areas made of them, by GEOID or the name of the town; `digest` is of it all."""

    digest: str
    grid: Grid
    arcs: tuple[str, ...]
    areas: Mapping[str, str]

    def rings(self, name: str) -> list[list[Spot]]:
        """An area's rings, those of holes too; of an islet nothing may be left but a line there and back."""
        rings = ([spot for arc in ring.split() for spot in self._walked(int(arc))] for ring in self._written(name))
        return [[*ring, ring[0]] for ring in rings]

    def between(self, names: Iterable[str]) -> list[Line]:
        """The lines that some areas have in common, each once."""
        bounds = (abs(int(arc)) for name in names for ring in self._written(name) for arc in ring.split())
        return [list(_spots(self.arcs[arc - 1])) for arc, many in Counter(bounds).items() if many > 1]

    def _written(self, name: str) -> list[str]:
        return self.areas[name].split("/")

    def _walked(self, arc: int) -> Line:
        """An arc without its last spot, with which the next one begins."""
        spots = list(_spots(self.arcs[abs(arc) - 1]))
        return spots[:-1] if arc > 0 else spots[:0:-1]


@cache
def outlines(state: str = "MA") -> Outlines:
    """The outlines of one state."""
    return read_outlines(lzma.decompress((_FOLDER / state.lower() / FILE).read_bytes()).decode("utf-8"))


def read_outlines(written: str) -> Outlines:
    """The outlines of a table."""
    grid, _, rest = written.partition("\n")
    arcs, _, areas = rest.partition("\n\n")
    named = (line.split("\t") for line in areas.strip("\n").split("\n"))
    digest = sha256(written.encode()).hexdigest()
    return Outlines(digest, Grid.read(grid), tuple(arcs.split("\n")), dict(named))


def _spots(arc: str) -> Iterator[Spot]:
    numbers = [int(number) for number in arc.split()]
    return zip(accumulate(numbers[::2]), accumulate(numbers[1::2]), strict=True)
