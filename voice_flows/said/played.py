"""Which sentences and words are recorded, for how many seconds each: what no carrier has a voice for is played."""

import hashlib
import json
import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType

INDEX = Path(__file__).with_name("played.json")  # `make voices` writes it
EDGES = " ,;:…"
AT_MOST = 16  # characters of a digest, which names a file
SILENCE = ("…", 0.4)  # a sound of nothing, and its seconds
DIGITS = re.compile(r"\d+")
SENTENCES = re.compile(r"[^.?!]+[.?!]*\s*|[.?!]+\s*")


def _index() -> Mapping[str, float]:
    return json.loads(INDEX.read_text(encoding="utf-8")) if INDEX.exists() else {}


SECONDS: Mapping[str, float] = MappingProxyType(_index())


def as_piece(text: str) -> str:
    """How a run of words is called: without what stands around it. What ends a sentence is heard, and stays."""
    return text.lstrip(f"{EDGES}.").rstrip(EDGES)


def name_of(piece: str) -> str:
    """The file of a sound is named by what it says."""
    return hashlib.sha256(piece.encode()).hexdigest()[:AT_MOST]


def in_sentences(text: str) -> list[str]:
    """The sentences of a text: many prompts share some."""
    return SENTENCES.findall(text)


@lru_cache(maxsize=1024)
def played_pieces(text: str) -> tuple[str, ...] | None:
    """The sounds that say this, in their order; None where a word of it is not recorded."""
    said = [_pieces(as_piece(sentence)) for sentence in in_sentences(text)]
    return tuple(chain.from_iterable(pieces for pieces in said if pieces)) if None not in said else None


def _pieces(text: str) -> tuple[str, ...] | None:
    if text in SECONDS:
        return (text,)
    pieces: list[str] = []
    at = 0
    while at < len(text):
        found = _WORDS.match(text, at)
        if not found:
            return None
        pieces += _numbers(found[1]) if found[1] else ()
        at = found.end()
    return tuple(pieces)


def _numbers(word: str) -> tuple[str, ...]:
    """A number as it is, or one that is too great digit by digit; any other word as it is."""
    if word in SECONDS or not word.isdecimal():
        return (word,)
    return tuple(word)


def _words() -> re.Pattern[str]:
    """The longest that is recorded, whole words; or what nobody says."""
    longest = sorted((re.escape(word) for word in SECONDS if word != SILENCE[0]), key=len, reverse=True)
    return re.compile(rf"({'|'.join((*longest, DIGITS.pattern))})(?!\w)|[\s,;:.]+")


_WORDS = _words()


def silences(seconds: float) -> tuple[str, ...]:
    """As many sounds of nothing as last about so long."""
    piece, lasts = SILENCE
    return (piece,) * round(seconds / lasts) if piece in SECONDS else ()


def seconds_of(text: str) -> float | None:
    """How long the sounds last that say this; None where a word of it is not recorded."""
    pieces = played_pieces(text)
    return sum(SECONDS[piece] for piece in pieces) if pieces is not None else None
