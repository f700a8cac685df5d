"""The blanks of a prompt, such as {representative}: which there are, and what they are filled with."""

import re
from collections.abc import Mapping
from functools import lru_cache

from voice_flows.script import Piece

BLANK = re.compile(r"\{(\w+)\}")

# Who is meant differs from call to call, so that no sound can say it.
NAMES = ("representative", "next_representative", "passed_over", "choice")


def blanks_in(words: str) -> tuple[str, ...]:
    """The names of the blanks, each once, in their order."""
    return tuple(dict.fromkeys(BLANK.findall(words)))


def name_blank(words: str) -> str:
    """The blank that stands for an office holder's name; empty where there is none."""
    return next((blank for blank in blanks_in(words) if blank in NAMES), "")


@lru_cache(maxsize=1024)
def pieces_between(words: str) -> tuple[tuple[str, str], ...]:
    """The words in their pieces, each with the blank that follows it; the last may have none."""
    parts = [*_parts(words), ""]
    return tuple(zip(parts[::2], parts[1::2], strict=True))


def fill_pieces(words: str, values: Mapping[str, object]) -> tuple[Piece, ...]:
    """The words in pieces. A blank of which nothing is known stays as it was written: nothing here can fail."""
    pieces = []
    for nth, text in enumerate(_parts(words)):
        is_known = _is_blank(nth) and text in values
        pieces.append(Piece(_filled(nth, text, values), filled=is_known))
    return tuple(piece for piece in pieces if piece.text)


def fill_blanks(words: str, values: Mapping[str, object]) -> str:
    """The filled words as one text."""
    return "".join(_filled(nth, text, values) for nth, text in enumerate(_parts(words)))


@lru_cache(maxsize=1024)
def _parts(words: str) -> list[str]:
    """Texts and names of blanks in turn, a text first: the same words are filled again and again."""
    return BLANK.split(words)


def _is_blank(nth: int) -> bool:
    return nth % 2 == 1


def _filled(nth: int, text: str, values: Mapping[str, object]) -> str:
    if not _is_blank(nth):
        return text
    return str(values[text]) if text in values else f"{{{text}}}"
