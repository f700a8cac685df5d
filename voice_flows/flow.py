"""A flow: named steps, which one follows from what was heard, and how a question is asked again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from voice_flows.known import Known
from voice_flows.verbs import Ask, Bridge, Go, Say, Spoken, Verb

Step = Callable[[Known], tuple[Verb, ...]]

# However often somebody asks to hear the script again, or waits in an office's line, a call ends.
MOST_TURNS = 120

REPEATED, ONCE_MORE, SLOWLY = "-", "1", "2"  # "ready-1" asks what "ready" does once more, "ready-2" slowly

PLACE = "place"  # the key of a question that hears a place, for whatever was said


@dataclass(frozen=True)
class Flow:
    """Steps by name; `first` opens the call, `last` closes one that goes on for too long."""

    steps: Mapping[str, Step]
    first: str
    last: str

    def speak(self, step: str, known: Known) -> tuple[Verb, ...]:
        """What the step says."""
        base, _, again = step.partition(REPEATED)
        said = _said(self.steps[base], known)
        return slowly(said) if again == SLOWLY else said

    def knows(self, step: str) -> bool:
        """Whether there is such a step, or one that asks its question again."""
        base = base_of(step)
        return base in self.steps and step in {base, _again(base, ONCE_MORE), _again(base, SLOWLY)}

    def question(self, step: str, known: Known) -> Ask | None:
        """What the step asks, if it asks anything."""
        return question_of(self.speak(step, known))

    def after(self, step: str, turn: int, known: Known, heard: str) -> str:
        """The step that follows `step`, the call's `turn`-th, when `heard` was the answer there (empty: silence)."""
        return self.following(step, self.speak(step, known), turn, heard)

    def following(self, step: str, said: tuple[Verb, ...], turn: int, heard: str) -> str:
        """The same for what the step `said`."""
        if turn >= MOST_TURNS:
            return self.last
        for verb in said:
            if isinstance(verb, Ask):
                if verb.is_asked_again_by(heard):
                    return repeated(step)
                is_place = heard and verb.hears.is_place
                return verb.leads_to(PLACE if is_place and heard not in verb.keys else heard)
            if isinstance(verb, Bridge):
                return verb.then
            if isinstance(verb, Go):
                return verb.to
        return self.last


def base_of(step: str) -> str:
    """The step whose question this one asks again; itself where it is none of those."""
    return step.partition(REPEATED)[0]


def repeated(step: str) -> str:
    """Its question once more; after that slowly."""
    base, _, again = step.partition(REPEATED)
    return _again(base, SLOWLY if again else ONCE_MORE)


def _again(base: str, how: str) -> str:
    return f"{base}{REPEATED}{how}"


def slowly(said: tuple[Verb, ...]) -> tuple[Verb, ...]:
    """The same, its words spoken slowly; a sound lasts as long as it does."""
    return tuple(replace(it, says=tuple(map(_slow, it.says))) if isinstance(it, Ask) else it for it in said)


def _slow(spoken: Spoken) -> Spoken:
    return replace(spoken, slow=True) if isinstance(spoken, Say) else spoken


@lru_cache(maxsize=512)
def _said(step: Step, known: Known) -> tuple[Verb, ...]:
    """What is said at one turn is asked again at the next, to know what the answer means; and many hear the same."""
    return step(known)


def question_of(said: tuple[Verb, ...]) -> Ask | None:
    """What a step asks that `said` this, if it asks anything."""
    return next((verb for verb in said if isinstance(verb, Ask)), None)
