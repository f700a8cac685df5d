"""One step of the phone as one thing: its words, what is done and looked up there, what it means, how it is told."""

from collections.abc import Callable
from dataclasses import dataclass

from app.calls.shown.call import CallFacts
from app.calls.steps.arrival import Arrival, Situation
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import Facts
from models import HOLDING, CallStatus, EndReason, ReportedOutcome
from voice_flows.flow import Step as Words

Act = Callable[[AtHand, CallFacts, Arrival], Situation]
Look = Callable[[AtHand, CallFacts, int], Facts]


@dataclass(frozen=True)
class Meaning:
    """What reaching a step means for the call."""

    status: CallStatus | None = None
    reason: EndReason | None = None
    reported: ReportedOutcome | None = None


NOTHING = Meaning()


@dataclass(frozen=True)
class Step:
    """A step by the name of its `words`.

    `act` is what is done when a call arrives, before anything is said; `becomes` names the steps to which that may
    lead instead. `look` finds out what the words speak of, which an `asks_alike` step asks
    the same whatever it is. `told` is its sentence in the organizers' log; without one
    nothing is kept of the step, and what is done there may be done again. `reads` says that a text is read, of which
    nobody wants to hear the beginning again who missed a sentence of its middle.
    """

    words: Words
    told: str = ""
    act: Act | None = None
    becomes: tuple[str, ...] = ()
    look: Look | None = None
    asks_alike: bool = False
    means: Meaning = NOTHING
    reads: bool = False

    @property
    def acts(self) -> bool:
        """Whether more is done there than to keep the turn; whoever lets go of a line wakes who waits for it."""
        return bool(self.told) and (self.act is not None or self.means.status not in {None, *HOLDING})

    @property
    def name(self) -> str:
        """How the flow and the log call it."""
        return self.words.__name__
