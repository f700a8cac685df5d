"""In which districts a house may lie by its number: a street's runs of numbers, a side at a time; doubt is kept."""

import re
from collections.abc import Iterable, Iterator
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


@dataclass(frozen=True, slots=True)
class Numbers:
    """What is known of one street in one area: districts without numbers, and runs in order."""

    whole: frozenset[str]
    runs: tuple[Run, ...]

    @property
    def districts(self) -> frozenset[str]:
        """Every district that the street touches."""
        return self.whole.union(*(run.districts for run in self.runs))

    def at(self, number: int) -> frozenset[str]:
        """The districts in which this number may lie: all of the street's where its side was not seen so far out."""
        if not self.runs:
            return self.whole
        own = self._around(number, number % 2)
        if own is None:
            return self.districts
        near_a_line = len(self._districts_near(number)) > 1
        other = self._around(number, 1 - number % 2) if near_a_line else None
        return self.whole | own | (other or frozenset())

    def _around(self, number: int, side: int) -> frozenset[str] | None:
        """The districts of the run with this number, else of its neighbors; None where nothing is known so far out."""
        runs = [run for run in self.runs if run.first % 2 == side]
        within = [run for run in runs if run.has(number)]
        if within:
            return frozenset().union(*(run.districts for run in within))
        below = [run for run in runs if run.last < number][-1:]
        above = [run for run in runs if run.first > number][:1]
        if not (below and above) and not any(run.has(number) for run in _widened([*below, *above])):
            return None
        return frozenset().union(*(run.districts for run in (*below, *above)))

    def _districts_near(self, number: int) -> set[str]:
        runs = (run for run in self.runs if run.first % 2 == number % 2)
        return {district for run in _widened(runs) if run.has(number) for district in run.districts}


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
    return Numbers(whole, tuple(runs))


def _widened(runs: Iterable[Run]) -> Iterator[Run]:
    for run in runs:
        yield Run(run.first - NEAR, run.last + NEAR, run.districts)
