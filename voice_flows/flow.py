"""A flow: named steps, and which one follows from what was heard."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from voice_flows.known import Known
from voice_flows.verbs import Ask, Bridge, Go, Verb

Step = Callable[[Known], tuple[Verb, ...]]

# However often somebody asks to hear the script again, a call ends.
MOST_TURNS = 60


@dataclass(frozen=True)
class Flow:
    """Steps by name; `first` opens the call, `last` closes one that goes on for too long."""

    steps: Mapping[str, Step]
    first: str
    last: str

    def speak(self, step: str, known: Known) -> tuple[Verb, ...]:
        """What the step says."""
        return self.steps[step](known)

    def after(self, step: str, turn: int, known: Known, key: str) -> str:
        """The step that follows `step`, the call's `turn`-th, when `key` was pressed there (empty: silence)."""
        if turn >= MOST_TURNS:
            return self.last
        for verb in self.speak(step, known):
            if isinstance(verb, Ask):
                return verb.leads_to(key)
            if isinstance(verb, Bridge):
                return verb.then
            if isinstance(verb, Go):
                return verb.to
        return self.last
