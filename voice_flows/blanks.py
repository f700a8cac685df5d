"""The blanks of a prompt, such as {representative}: which there are, and what they are filled with."""

import re
from collections.abc import Mapping

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


def fill_pieces(words: str, values: Mapping[str, object]) -> tuple[Piece, ...]:
    """The words in pieces. A blank of which nothing is known stays as it was written: nothing here can fail."""
    pieces, end = [], 0
    for blank in BLANK.finditer(words):
        is_known = blank[1] in values
        value = str(values[blank[1]]) if is_known else blank[0]
        pieces += [Piece(words[end : blank.start()], filled=False), Piece(value, filled=is_known)]
        end = blank.end()
    pieces.append(Piece(words[end:], filled=False))
    return tuple(piece for piece in pieces if piece.text)


def fill_blanks(words: str, values: Mapping[str, object]) -> str:
    """The filled words as one text."""
    return "".join(piece.text for piece in fill_pieces(words, values))
