"""What the office's line showed beside what supporters said, and where the two cannot both be true."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.calls.shown.log.came_of import disagree
from app.statistics.told import Counts
from models import CountedBy, LineOutcome, ReportedOutcome


@dataclass(frozen=True)
class Pair:
    """So many calls of which the line showed the one, and their supporter said the other."""

    line: LineOutcome
    said: ReportedOutcome
    calls: int

    @property
    def is_odd(self) -> bool:
        """Whether both cannot be true."""
        return disagree(self.line, self.said)


def pairs_of(counts: Counts) -> Sequence[Pair]:
    """Those that there are, where they disagree first."""
    pairs = [_pair(value, it.calls) for value, it in counts.along(CountedBy.BESIDE).items()]
    return sorted(pairs, key=lambda it: (not it.is_odd, -it.calls, it.line, it.said))


def _pair(value: str, calls: int) -> Pair:
    line, _, said = value.partition("+")
    return Pair(LineOutcome(line), ReportedOutcome(said), calls)
