"""A recognizer as real ones are: it splits digits, writes what sounds alike, and hears fillers, nothing, television."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from app.telephony.local_network.phones.sounds_like import ALIKE, FILLERS, TELEVISION

MOST_AT_ONCE = 2
USUAL_LANGUAGE = "en-US"
WITHOUT_SPACES = frozenset({"cmn", "yue"})

Change = Callable[[random.Random, str, str], str]


@dataclass(frozen=True)
class Recognizer:
    """Mishears this share of what is said, 0.0 to 1.0; the same chances always mishear alike."""

    mishears: float
    chance: random.Random

    def hears(self, speech: str, language: str = USUAL_LANGUAGE) -> str:
        """What is written down of it, nothing where nothing was understood."""
        if not self.mishears or self.chance.random() >= self.mishears:
            return speech
        for change in self.chance.sample(CHANGES, self.chance.randint(1, MOST_AT_ONCE)):
            speech = change(self.chance, speech, language.partition("-")[0])
        return speech[:1].upper() + speech[1:]


def _split_digits(chance: random.Random, speech: str, _language: str) -> str:
    return re.sub(r"(?<=\d)(?=\d)", lambda _: chance.choice(["", " "]), speech)


def _write_what_sounds_alike(chance: random.Random, speech: str, language: str) -> str:
    alike = ALIKE.get(language)
    if not alike:
        return speech
    edge = "" if language in WITHOUT_SPACES else r"\b"
    words = "|".join(alike)
    return re.sub(rf"{edge}({words}){edge}", lambda said: chance.choice((said[0], *alike[said[0]])), speech)


def _hear_a_filler(chance: random.Random, speech: str, language: str) -> str:
    words = speech.split(" ")
    words.insert(chance.randrange(len(words)), chance.choice(FILLERS.get(language, ("",))))
    return " ".join(words)


def _hear_nothing(_chance: random.Random, _speech: str, _language: str) -> str:
    return ""


def _hear_television(chance: random.Random, speech: str, language: str) -> str:
    talk = chance.choice(TELEVISION.get(language, ("",)))
    return chance.choice([f"{talk} {speech}", f"{speech} {talk}", talk]).strip()


CHANGES: tuple[Change, ...] = (
    _split_digits,
    _write_what_sounds_alike,
    _hear_a_filler,
    _hear_nothing,
    _hear_television,
)
