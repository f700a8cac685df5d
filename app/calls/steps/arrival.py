"""A call comes to a step, and where that leads in fact: a line may be taken, a place may be one of several."""

from dataclasses import dataclass

from app.calls.shown.call import CallFacts
from app.calls.steps.facts import Facts


@dataclass(frozen=True)
class Arrival:
    """A call arrives at a step, about the office at `rank`, with what was heard (empty: silence)."""

    step: str
    rank: int
    heard: str = ""


@dataclass(frozen=True)
class Situation:
    """Where the call really is, the call as it is now, and what was found out on the way, if the step need not look."""

    arrival: Arrival
    call: CallFacts
    facts: Facts | None = None
