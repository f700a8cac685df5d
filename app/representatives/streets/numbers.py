"""In which districts a house may lie by its number: a street's runs of numbers, a side at a time; doubt is kept."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

NEAR = (
    50  # numbers: so near a line the two sides of a street have to agree, and so far beyond its last house one may live
)
_RUN = re.compile(r"(\d+)(?:-(\d+))?([a-z]+)")


@dataclass(frozen=True, slots=True)
class Run:
    """Numbers of one side, first to last, all in these districts: one, or two where the source has both."""

    first: int
    last: int
    districts: frozenset[str]

    def has(self, number: int) -> bool:
        """Whether a number lies within."""
        return self.first <= number <= self.last

    def is_near(self, number: int) -> bool:
        """Whether a number lies within, or a little before or behind."""
        return self.first - NEAR <= number <= self.last + NEAR


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is known of one street in one area: districts without numbers, and the runs of each side, in order."""

    whole: frozenset[str]
    even: tuple[Run, ...] = ()
    odd: tuple[Run, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs of both sides."""
        return self.even + self.odd

    def sides(self, number: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
        """The runs of the side on which a number lies, and those of the other."""
        return (self.odd, self.even) if number % 2 else (self.even, self.odd)

    @property
    def districts(self) -> frozenset[str]:
        """Every district that the street touches."""
        return self.whole.union(*(run.districts for run in self.runs))

    def at(self, number: int) -> frozenset[str]:
        """The districts in which this number may lie: all of the street's where its side was not seen so far out."""
        if not (self.even or self.odd):
            return self.whole
        own, other = self.sides(number)
        here = _around(own, number)
        if here is None:
            return self.districts
        near_a_line = len(_joined(run for run in own if run.is_near(number))) > 1
        across = _around(other, number) if near_a_line else None
        return self.whole | here | (across or frozenset())


def _around(side: Sequence[Run], number: int) -> frozenset[str] | None:
    """The districts of the run with this number, else of its neighbors; None where nothing is known so far out."""
    within = [run for run in side if run.has(number)]
    if within:
        return _joined(within)
    neighbors = [run for run in side if run.last < number][-1:] + [run for run in side if run.first > number][:1]
    between = len(neighbors) > 1
    return _joined(neighbors) if between or any(run.is_near(number) for run in neighbors) else None


def _joined(runs: Iterable[Run]) -> frozenset[str]:
    return frozenset().union(*(run.districts for run in runs))


@lru_cache(maxsize=4096)
def read_numbers(written: str) -> Numbers:
    """Read what `build` wrote: "a" or "14-150a 152-420b 41ab"."""
    whole: frozenset[str] = frozenset()
    runs = []
    for part in written.split():
        run = _RUN.fullmatch(part)
        if run:
            runs.append(Run(int(run[1]), int(run[2] or run[1]), frozenset(run[3])))
        else:
            whole = frozenset(part)
    even, odd = (tuple(run for run in runs if run.first % 2 == side) for side in (0, 1))
    return Numbers(whole, even, odd)
