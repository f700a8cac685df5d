"""How long words and sounds last, and what of words is read as a caption."""

import io
import re
import wave
from dataclasses import dataclass
from xml.etree.ElementTree import Element  # nosec B405 # a type, nothing is read

from app.telephony.local_network.phones.mp3 import read_mp3

WORDS_PER_MINUTE = 165
CHARACTERS_PER_MINUTE = 240  # of Chinese, which writes no spaces between words
CHINESE = re.compile(r"[\u3400-\u9fff]")
MOST_BYTES = 3000  # of a <Say>: the voices read no more, and skip all of it
PAUSES = {"none": 0.0, "x-weak": 0.25, "weak": 0.25, "medium": 0.5, "strong": 0.75, "x-strong": 1.0}
ESTIMATED_SECONDS = 5.0  # where a sound does not say
RATE = re.compile(r"\s*(\d+)%\s*")
LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)\s*(ms|s)\s*")


def seconds_to_say(text: str) -> float:
    """Seconds a text takes at an easy pace, pauses not counted."""
    words = sum(any(map(str.isalnum, word)) for word in CHINESE.sub(" ", text).split())
    return 60 * (words / WORDS_PER_MINUTE + len(CHINESE.findall(text)) / CHARACTERS_PER_MINUTE)


def is_read(element: Element) -> bool:
    """Whether a voice reads a <Say>, or finds it too long and says nothing."""
    return len(spoken_text(element).encode()) <= MOST_BYTES


def spoken_text(element: Element) -> str:
    """Return the words of a <Say>, without its SSML marks."""
    return " ".join("".join(element.itertext()).split())


def spoken_seconds(element: Element) -> float:
    """Seconds a <Say> takes once: its words and its <break> pauses."""
    pauses = (_pause(child) for child in element.iter() if child.tag == "break")
    return seconds_to_say(spoken_text(element)) / _pace(element) + sum(pauses)


def _pace(element: Element) -> float:
    """How fast it is spoken, 1.0 as usual; the slowest of what is asked for anywhere in it."""
    rates = (RATE.fullmatch(child.get("rate", "")) for child in element.iter() if child.tag == "prosody")
    return min((int(rate[1]) / 100 for rate in rates if rate and int(rate[1])), default=1.0)


def _pause(element: Element) -> float:
    written = LENGTH.fullmatch(element.get("time", ""))
    if written:
        return float(written[1]) / (1000 if written[2] == "ms" else 1)
    return PAUSES.get(element.get("strength", "medium"), PAUSES["medium"])


@dataclass(frozen=True)
class Sound:
    """Seconds of sound, and what it says of itself in words."""

    seconds: float
    title: str = ""


def sound_of(body: bytes) -> Sound:
    """The sound in `body`; five seconds where it cannot be told."""
    mp3 = read_mp3(body)
    if mp3:
        return Sound(mp3.seconds, mp3.title)
    try:
        with wave.open(io.BytesIO(body)) as sound:
            return Sound(sound.getnframes() / sound.getframerate())
    except (wave.Error, EOFError, ZeroDivisionError):
        return Sound(ESTIMATED_SECONDS)
