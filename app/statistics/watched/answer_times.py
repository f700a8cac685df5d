"""How long answers took, counted by all processes of a server together: they share memory from their birth on."""

import mmap
import os
import threading
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

ANSWER_TIMES = "ringdown.answer_times"  # the name under which an app keeps those of the carrier's requests
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0)  # seconds; the carrier gives up after 15
NANOSECONDS = 1_000_000_000
ROOMS = 509  # a process writes in its own; two of one number would lose a count now and then
_ROOM = len(BOUNDS) + 2  # one of whatever took longer, and the sum
_WORD = 8  # bytes


class AnswerTimes:
    """Made before the processes are, each of which then counts what it answers."""

    def __init__(self) -> None:
        self._counts = memoryview(mmap.mmap(-1, ROOMS * _ROOM * _WORD)).cast("Q")
        self._lock = threading.Lock()

    def took(self, seconds: float) -> None:
        """Count one more answer."""
        room = os.getpid() % ROOMS * _ROOM
        with self._lock:
            self._counts[room + bisect_left(BOUNDS, seconds)] += 1
            self._counts[room + _ROOM - 1] += int(seconds * NANOSECONDS)

    def within(self) -> Iterator[tuple[float, int]]:
        """Of each bound, how many answers took so long at most; of infinity, how many there were."""
        yield from zip((*BOUNDS, float("inf")), accumulate(self._sum(nth) for nth in range(_ROOM - 1)), strict=True)

    def seconds(self) -> float:
        """How long all together took."""
        return self._sum(_ROOM - 1) / NANOSECONDS

    def _sum(self, nth: int) -> int:
        return sum(self._counts[nth::_ROOM])
