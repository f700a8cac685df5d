"""How long words and sounds last, and what of words is read as a caption."""

import io
import re
import wave
from xml.etree.ElementTree import Element  # nosec B405 # a type, nothing is read

WORDS_PER_MINUTE = 165
CHARACTERS_PER_MINUTE = 240  # of Chinese, which writes no spaces between words
CHINESE = re.compile(r"[\u3400-\u9fff]")
MOST_BYTES = 3000  # of a <Say>: the voices read no more, and skip all of it
PAUSES = {"none": 0.0, "x-weak": 0.25, "weak": 0.25, "medium": 0.5, "strong": 0.75, "x-strong": 1.0}
ESTIMATED_SECONDS = 5.0  # where a sound does not say
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
    return seconds_to_say(spoken_text(element)) + sum(pauses)


def _pause(element: Element) -> float:
    written = LENGTH.fullmatch(element.get("time", ""))
    if written:
        return float(written[1]) / (1000 if written[2] == "ms" else 1)
    return PAUSES.get(element.get("strength", "medium"), PAUSES["medium"])


def seconds_of(body: bytes) -> float:
    """Seconds of sound in `body`; five where it cannot be told."""
    try:
        with wave.open(io.BytesIO(body)) as sound:
            return float(sound.getnframes() / sound.getframerate())
    except (wave.Error, EOFError, ZeroDivisionError):
        return ESTIMATED_SECONDS
