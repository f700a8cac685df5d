"""The table of streets, unpacked once for the life of the process: a text a town, in which a look-up finds one line."""

import lzma
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from app.representatives.streets.numbers import Numbers, read_numbers

FILE = "streets.txt.xz"
_FOLDER = Path(__file__).parents[1] / "tables"
_FIRST_LETTER = ord("a")


@dataclass(frozen=True, slots=True)
class StreetInArea:
    """A street as far as it lies in one village or neighborhood; "" where its town has only one of that name."""

    area: str
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class TownStreets:
    """The streets of one split town; `lines` are the file's, and begin and end with a newline."""

    town: str
    geoids: tuple[str, ...]
    areas: tuple[str, ...]
    lines: str

    def find(self, key: str) -> tuple[StreetInArea, ...]:
        """The street with this key, once for each area that has it; none where it is not known."""
        start = self.lines.find(f"\n{key}\t")
        if start < 0:
            return ()
        written = self.lines[start + len(key) + 2 : self.lines.index("\n", start + 1)]
        return tuple(self._in_area(part) for part in written.split("/"))

    def geoids_of(self, letters: frozenset[str]) -> frozenset[str]:
        """The districts that the table writes as letters."""
        return frozenset(self.geoids[ord(letter) - _FIRST_LETTER] for letter in letters)

    def keys(self) -> list[str]:
        """Every street's key, in order."""
        return [line.partition("\t")[0] for line in self.lines.strip("\n").split("\n")]

    def _in_area(self, written: str) -> StreetInArea:
        area, colon, numbers = written.rpartition(":")
        return StreetInArea(self.areas[int(area)] if colon else "", read_numbers(numbers))


@cache
def streets(state: str = "MA") -> Mapping[str, TownStreets]:
    """The streets of one state's split towns, by town."""
    written = lzma.decompress((_FOLDER / state.lower() / FILE).read_bytes()).decode("utf-8")
    return MappingProxyType({town.town: town for town in _towns(written)})


def _towns(written: str) -> Iterator[TownStreets]:
    for block in written.removeprefix("# ").split("\n# "):
        heading, _, lines = block.partition("\n")
        town, geoids, areas = heading.split("\t")
        names = tuple(area for area in areas.split("; ") if area)
        yield TownStreets(town, tuple(geoids.split()), names, "\n" + lines.rstrip("\n") + "\n")
