"""A flow: named steps, and which one follows from what was heard."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from voice_flows.known import Known
from voice_flows.verbs import Ask, Bridge, Go, Verb

Step = Callable[[Known], tuple[Verb, ...]]

# However often somebody asks to hear the script again, or waits in an office's line, a call ends.
MOST_TURNS = 120

PLACE = "place"  # the key of a question that hears a place, for whatever was said


@dataclass(frozen=True)
class Flow:
    """Steps by name; `first` opens the call, `last` closes one that goes on for too long."""

    steps: Mapping[str, Step]
    first: str
    last: str

    def speak(self, step: str, known: Known) -> tuple[Verb, ...]:
        """What the step says."""
        return _said(self.steps[step], known)

    def question(self, step: str, known: Known) -> Ask | None:
        """What the step asks, if it asks anything."""
        return question_of(self.speak(step, known))

    def after(self, step: str, turn: int, known: Known, heard: str) -> str:
        """The step that follows `step`, the call's `turn`-th, when `heard` was the answer there (empty: silence)."""
        return self.following(self.speak(step, known), turn, heard)

    def following(self, said: tuple[Verb, ...], turn: int, heard: str) -> str:
        """The same for what the step `said`."""
        if turn >= MOST_TURNS:
            return self.last
        for verb in said:
            if isinstance(verb, Ask):
                is_place = heard and verb.hears.is_place
                return verb.leads_to(PLACE if is_place and heard not in verb.keys else heard)
            if isinstance(verb, Bridge):
                return verb.then
            if isinstance(verb, Go):
                return verb.to
        return self.last


@lru_cache(maxsize=512)
def _said(step: Step, known: Known) -> tuple[Verb, ...]:
    """What is said at one turn is asked again at the next, to know what the answer means; and many hear the same."""
    return step(known)


def question_of(said: tuple[Verb, ...]) -> Ask | None:
    """What a step asks that `said` this, if it asks anything."""
    return next((verb for verb in said if isinstance(verb, Ask)), None)
