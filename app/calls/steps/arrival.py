"""A call comes to a step, and where that leads in fact: a line may be taken, a place may be one of several."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.calls.shown.call import CallFacts
from app.calls.steps.facts import Facts
from app.store.once import Once


@dataclass(frozen=True)
class Arrival:
    """A call arrives at a step, about the office at `rank`, with what was heard (empty: silence).

    Where that tells a place, or a part of one, no key of it is kept: a house number may have one digit.
    """

    step: str
    rank: int
    heard: str = ""
    tells_place: bool = False


@dataclass(frozen=True)
class Further:
    """A statement that keeps a turn and writes something beside it, with the parameters of that.

    It may find that this cannot be, and keep nothing: then the situation is what it is `otherwise`.
    """

    statement: Once
    values: Mapping[str, object]
    otherwise: "Situation | None" = None


@dataclass(frozen=True)
class Situation:
    """Where the call really is, the call as it is now, and what was found out on the way, if the step need not look.

    `further` is what is still to be written, in the very statement that keeps the turn.
    """

    arrival: Arrival
    call: CallFacts
    facts: Facts | None = None
    further: Further | None = None
