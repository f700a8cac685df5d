"""How long words take to be spoken, about; and how what is too long for a voice is divided."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from voice_flows.said.parts import Part
from voice_flows.said.played import seconds_of
from voice_flows.said.voices import IN_PIECES
from voice_flows.verbs import Play, Say, Spoken

# Words a minute, as the carriers' voices speak at an easy pace; Chinese is counted in characters.
WORDS_PER_MINUTE = {"en": 165, "es": 165, "pt": 165, "ht": 155, "zh": 165, "yue": 165}
CHARACTERS_PER_MINUTE = 240
SLOW_PACE = 0.75  # of what is said slowly
CHINESE = re.compile(r"[\u3400-\u9fff]")

# A voice skips, without a word, what is longer than this in UTF-8; a margin is left for how the carrier writes it.
MOST_BYTES = 2800

SENTENCES = re.compile(r".+?(?:[.!?][\"'”’)]*(?=\s)|[。！？]|$)\s*", re.DOTALL)  # noqa: RUF001 - as Chinese ends them
WORDS = re.compile(r"\S+\s*|\s+")


def seconds_to_say(text: str, language: str) -> float:
    """Seconds that a voice takes to say this, pauses after it not counted."""
    words = sum(any(map(str.isalnum, word)) for word in CHINESE.sub(" ", text).split())
    return 60 * (words / WORDS_PER_MINUTE[language] + len(CHINESE.findall(text)) / CHARACTERS_PER_MINUTE)


def lasts(says: Iterable[Spoken]) -> float:
    """Seconds of all of it, with the silences; a campaign's own sound is taken to last as long as its words."""
    return sum(_seconds(one) + one.pause for one in says)


def _seconds(one: Spoken) -> float:
    if isinstance(one, Say) and one.slow:
        return _seconds(replace(one, slow=False)) / SLOW_PACE
    if isinstance(one, Play) or one.language not in IN_PIECES:
        return seconds_to_say(one.text, one.language)
    return sum(_seconds_of_part(part, one) for part in one.parts or (Part(one.text, one.language),))


def _seconds_of_part(part: Part, whole: Say) -> float:
    recorded = seconds_of(part.text) if part.language == whole.language else None
    return seconds_to_say(part.text, part.language) if recorded is None else recorded


def portions(text: str, most: int = MOST_BYTES) -> tuple[str, ...]:
    """The text in as few portions as fit, each of which a voice says whole."""
    if _fits(text, most):
        return (text,)
    return tuple(portion.strip() for portion in _packed(_small_enough(text, most), most) if portion.strip())


def _fits(text: str, most: int) -> bool:
    return len(text.encode(errors="replace")) <= most


def _small_enough(text: str, most: int) -> Iterator[str]:
    """Sentences, and in place of one that does not fit its words, and in place of such a word its characters."""
    for sentence in SENTENCES.findall(text):
        if _fits(sentence, most):
            yield sentence
            continue
        for word in WORDS.findall(sentence):
            yield from (word,) if _fits(word, most) else word


def _packed(pieces: Iterator[str], most: int) -> Iterator[str]:
    whole = ""
    for piece in pieces:
        if not _fits((whole + piece).rstrip(), most):
            yield whole
            whole = ""
        whole += piece
    yield whole
