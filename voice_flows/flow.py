"""A flow: named steps, which one follows from what was heard, and how a question is asked again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from voice_flows.hearing import NO, UNCLEAR
from voice_flows.known import Known
from voice_flows.repeating import AT_ONCE, Repeat, spoken_again
from voice_flows.verbs import Ask, Bridge, Go, HangUp, Verb

Step = Callable[[Known], tuple[Verb, ...]]

# However often somebody asks to hear the script again, or waits in an office's line, a call ends.
MOST_TURNS = 120

PLACE = "place"  # the key of a question that hears a place, for whatever was said
STAR, COME_BACK = "*", "come_back"  # where whoever presses it before the office rings comes to


@dataclass(frozen=True)
class Flow:
    """Steps by name; `first` opens the call, `last` closes one that goes on for too long.

    At `ends` nobody is asked any more: silence does not lead there before it was asked once more, where words count.
    """

    steps: Mapping[str, Step]
    first: str
    last: str
    ends: frozenset[str] = field(default=frozenset())

    def speak(self, step: str, known: Known) -> tuple[Verb, ...]:
        """What the step says."""
        at = Repeat.of(step)
        said = _said(self.steps[at.base], known)
        return spoken_again(said, at, known) if at.how else said

    def knows(self, step: str) -> bool:
        """Whether there is such a step, or one that asks its question again."""
        at = Repeat.of(step)
        return at.base in self.steps and at.name == step

    def question(self, step: str, known: Known) -> Ask | None:
        """What the step asks, if it asks anything."""
        return question_of(self.speak(step, known))

    def after(self, step: str, turn: int, known: Known, heard: str) -> str:
        """The step that follows `step`, the call's `turn`-th, when `heard` was the answer there (empty: silence)."""
        return self.following(step, self.speak(step, known), turn, heard)

    def following(self, step: str, said: tuple[Verb, ...], turn: int, heard: str, seconds: float | None = None) -> str:
        """The same for what the step `said`, `seconds` after it began, where that is known.

        Where nothing was asked, what was `heard` is a key that cut the sentences short.
        """
        if turn >= MOST_TURNS:
            return self.last
        for verb in said:
            match verb:
                case Ask():
                    return self._answered(step, verb, heard, seconds)
                case Bridge():
                    return _cut_before(verb, step, heard) if heard else verb.then
                case Go():
                    return verb.to
                case HangUp() if heard:
                    at = Repeat.of(step)
                    return at.once_more().name if heard == NO else at.silent().name
        return self.last

    def _answered(self, step: str, ask: Ask, heard: str, seconds: float | None) -> str:
        at = Repeat.of(step)
        if heard == UNCLEAR:
            return at.unheard().name
        if ask.is_asked_again_by(heard):
            return at.once_more(ask, seconds).name
        is_place = heard and ask.hears.is_place
        following = ask.leads_to(PLACE if is_place and heard not in ask.keys else heard)
        may_be_missed = not heard and ask.hears.listens and following in self.ends
        return at.for_the_last_time().name if may_be_missed and not at.is_last else following


def _cut_before(bridge: Bridge, step: str, key: str) -> str:
    """Whoever knows the sentence is put through at once; the star, by which one comes back, dials nobody."""
    if key == STAR and bridge.star_leaves:
        return COME_BACK
    return Repeat(Repeat.of(step).base, AT_ONCE).name


def base_of(step: str) -> str:
    """The step whose question this one asks again; itself where it is none of those."""
    return Repeat.of(step).base


@lru_cache(maxsize=512)
def _said(step: Step, known: Known) -> tuple[Verb, ...]:
    """What is said at one turn is asked again at the next, to know what the answer means; and many hear the same."""
    return step(known)


def question_of(said: tuple[Verb, ...]) -> Ask | None:
    """What a step asks that `said` this, if it asks anything."""
    return next((verb for verb in said if isinstance(verb, Ask)), None)
