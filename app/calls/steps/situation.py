"""What only the app can find out before a step is spoken: whether a line is free, what a place means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Arrival:
    """A call arrives at a step, about the office at `rank`, with what was heard (empty: silence)."""

    step: str
    rank: int
    heard: str = ""


@dataclass(frozen=True)
class Situation:
    """Where the call really is, and further facts for the flow by their names in `Known`.

    `changed` says that the call was written to and has to be read again.
    """

    arrival: Arrival
    facts: Mapping[str, Any] = field(default_factory=dict)
    changed: bool = False
