"""A sentence in parts, each for a voice of its own: names are English wherever they stand."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

ENGLISH = "en"


@dataclass(frozen=True)
class Part:
    """Words, and the language in which they are read."""

    text: str
    language: str


Parts = tuple[Part, ...]


def text_of(parts: Iterable[Part]) -> str:
    """The parts as one text."""
    return "".join(part.text for part in parts)


def joined(parts: Iterable[Part]) -> Parts:
    """The same in as few parts as there are changes of the voice."""
    runs = groupby((part for part in parts if part.text), key=lambda part: part.language)
    return tuple(Part(text_of(run), language) for language, run in runs)


def around(template: str, inside: Parts, language: str) -> Parts:
    """The parts within words of the language, where the template has its braces."""
    before, _, after = template.partition("{}")
    return (Part(before, language), *inside, Part(after, language))


def filled(pieces: Iterable[tuple[str, str]], values: Mapping[str, Parts], language: str) -> Parts:
    """Words in this language and what is known in between: each piece is words, and the blank that follows them.

    A blank of which nothing is known stays as it was written.
    """
    parts: list[Part] = []
    for words, blank in pieces:
        parts.append(Part(words, language))
        if blank:
            parts += values[blank] if blank in values else (Part(f"{{{blank}}}", language),)
    return tuple(part for part in parts if part.text)
