"""One figure that was measured, and the goal that it has."""

from collections.abc import Mapping
from typing import NamedTuple

TIMES = "times"  # as much as what it is measured against
AT_LEAST = frozenset({"calls a minute", "calls a second"})  # units of which more is better


class Figure(NamedTuple):
    """What was measured; `goal` is None for what is told beside it and has none."""

    figure: float
    goal: float | None
    unit: str

    @property
    def is_reached(self) -> bool:
        """Whether it is as its goal wants it."""
        if self.goal is None:
            return True
        return self.figure >= self.goal if self.unit in AT_LEAST else self.figure <= self.goal


Figures = Mapping[str, Figure]
