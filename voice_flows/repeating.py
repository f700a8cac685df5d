"""How a step is said again, told by its name: once more, slowly, from which sentence, after noise, or not at all."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

from voice_flows.known import Known
from voice_flows.length import lasts
from voice_flows.speak import say
from voice_flows.verbs import Ask, Play, Say, Verb

NAME = re.compile(r"(?P<base>[a-z_]+)(?:-(?P<how>[01239])(?:-(?P<start>[1-9]\d?))?)?")

# "ready-1" asks what "ready" does once more, "ready-2" slowly, "script-1-4" from its fifth sentence on; "ready-0" since
# nothing was understood, "ready-9" for the last time; "connect-3" rings the office without another word.
ONCE_MORE, SLOWLY, UNHEARD, LAST, AT_ONCE = "1", "2", "0", "9", "3"

# Nobody tells us where the voice is, so it is reckoned from the time: it may be slower than we think, and whoever
# presses a key did not catch what was said a moment ago. Rather too early than past what nobody has heard.
SHARE_SAID, A_MOMENT = 0.9, 2.0


@dataclass(frozen=True)
class Repeat:
    """A step, `how` it is said again (empty: it is said for the first time), and at which sentence that begins."""

    base: str
    how: str = ""
    start: int = 0

    @staticmethod
    @lru_cache(maxsize=1024)
    def of(step: str) -> "Repeat":
        """What the name of a step says; one that is none stays as it is."""
        told = NAME.fullmatch(step)
        return Repeat(told["base"], told["how"] or "", int(told["start"] or 0)) if told else Repeat(step)

    @property
    def name(self) -> str:
        """The name of such a step."""
        start = str(self.start) if self.start and self.how in {ONCE_MORE, SLOWLY} else ""
        return "-".join(filter(None, (self.base, self.how, start)))

    @property
    def is_last(self) -> bool:
        """Whether silence ends it now."""
        return self.how == LAST

    def once_more(self, ask: Ask | None = None, seconds: float | None = None) -> Self:
        """Its question once more, from the sentence at which the voice was after so many seconds; then slowly."""
        start = self.start + (_sentence_at(ask, seconds) if ask else 0)
        return replace(self, how=SLOWLY if self.how in {ONCE_MORE, SLOWLY} else ONCE_MORE, start=start)

    def unheard(self) -> Self:
        """What is asked, since of the answer nothing was understood."""
        return replace(self, how=UNHEARD, start=0)

    def for_the_last_time(self) -> Self:
        """The same before silence ends the call: of what was said nothing may have been heard."""
        return replace(self, how=LAST, start=0)

    def silent(self) -> Self:
        """Not a word more of it."""
        return replace(self, how=AT_ONCE, start=0)


def spoken_again(said: tuple[Verb, ...], at: Repeat, known: Known) -> tuple[Verb, ...]:
    """What a step `said`, as it is said again."""
    if at.how == AT_ONCE:
        return tuple(verb for verb in said if not isinstance(verb, Say | Play))
    if at.how in {UNHEARD, LAST}:
        return tuple(_after_noise(verb, known) if isinstance(verb, Ask) else verb for verb in said)
    later = tuple(_from(verb, at.start) if isinstance(verb, Ask) else verb for verb in said)
    return slowly(later) if at.how == SLOWLY else later


def _after_noise(ask: Ask, known: Known) -> Ask:
    sorry = say("not_understood", known)
    asks = ask.says[ask.told :]
    return replace(ask, says=asks if asks[:1] == (sorry,) else (sorry, *asks), told=0)


def _from(ask: Ask, start: int) -> Ask:
    start = min(start, len(ask.says) - 1)
    return replace(ask, says=ask.says[start:], told=max(0, ask.told - start)) if start > 0 else ask


def slowly(said: tuple[Verb, ...]) -> tuple[Verb, ...]:
    """The same, its words spoken slowly; a sound lasts as long as it does."""
    return tuple(map(_slow, said))


def _slow(verb: Verb) -> Verb:
    if isinstance(verb, Ask):
        return replace(verb, says=tuple(replace(it, slow=True) if isinstance(it, Say) else it for it in verb.says))
    return replace(verb, slow=True) if isinstance(verb, Say) else verb


def _sentence_at(ask: Ask, seconds: float | None) -> int:
    """Which sentence was spoken then, of those that tell something; once they are over, the first that asks."""
    left = SHARE_SAID * (seconds or 0.0) - A_MOMENT
    for index, one in enumerate(ask.says[: ask.told]):
        left -= lasts((one,))
        if left < 0:
            return index
    return ask.told
