"""Fills the blanks of a script with what is known, and shows which words were filled in."""

import re
from dataclasses import dataclass

BLANK = re.compile(r"\[(name|city/town|city|town|representative|office)\]", re.IGNORECASE)
FIELDS = {
    "name": "name",
    "city/town": "town",
    "city": "town",
    "town": "town",
    "representative": "representative",
    "office": "office",
}


@dataclass(frozen=True)
class Piece:
    """A run of words, and whether it stands where a blank stood."""

    text: str
    filled: bool


Pieces = tuple[Piece, ...]


def fill(script: str, *, name: str = "", town: str = "", representative: str = "", office: str = "") -> Pieces:
    """The script in pieces. A blank that is not known yet stays as it was written, e.g. `[name]`."""
    known = {"name": name, "town": town, "representative": representative, "office": office}
    pieces, end = [], 0
    for blank in BLANK.finditer(script):
        value = known[FIELDS[blank[1].lower()]]
        pieces += [Piece(script[end : blank.start()], filled=False), Piece(value or blank[0], filled=bool(value))]
        end = blank.end()
    pieces.append(Piece(script[end:], filled=False))
    return tuple(piece for piece in pieces if piece.text)


def fill_text(script: str, *, name: str = "", town: str = "", representative: str = "", office: str = "") -> str:
    """The filled script as one text."""
    return "".join(it.text for it in fill(script, name=name, town=town, representative=representative, office=office))


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of a text: what an empty line separates."""
    return tuple(part.strip() for part in re.split(r"\n\s*\n", text) if part.strip())
