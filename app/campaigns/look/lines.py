"""Breaks a text into lines that fit a width, in the largest letters in which all of it fits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.campaigns.look.letters import drawable, letters_for

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

# What stays together: a word, or a Chinese letter with what opens before it and what follows it.
OPENS, FOLLOWS = (
    "\u3008\u300a\u300c\u300e\u3010\uff08\u201c",
    "\u3001\u3002\u3009\u300b\u300d\u300f\u3011\u201d\uff01\uff09\uff0c\uff1a\uff1b\uff1f",
)
CHINESE = rf"[{OPENS}]*[\u2e80-\ufeff](?:[{FOLLOWS}])*"
TOGETHER = re.compile(rf"\s*(?:{CHINESE}|[^\s\u2e80-\ufeff]+)")
LEADING = 1.2
MORE = "…"


@dataclass(frozen=True)
class Lines:
    """Lines, and the letters for them."""

    text: Sequence[str]
    font: "FreeTypeFont"

    @property
    def leading(self) -> float:
        """From one to the next."""
        return self.font.size * LEADING

    @property
    def height(self) -> float:
        """Of all of them."""
        return len(self.text) * self.leading


def fitted(text: str, within: tuple[int, int], sizes: Sequence[int], *, bold: bool) -> Lines:
    """The text within a width and a height; in the smallest size it ends where there is no more room."""
    for size in sizes:
        font = letters_for(text, size, bold=bold)
        lines = Lines(list(_lines(drawable(text, font), font, within[0])), font)
        if lines.height <= within[1]:
            return lines
    room = int(within[1] // lines.leading)
    return Lines([*lines.text[: room - 1], lines.text[room - 1].rstrip() + MORE], lines.font)


def _lines(text: str, font: "FreeTypeFont", width: int) -> Iterator[str]:
    line = ""
    for part in TOGETHER.findall(text):
        if font.getlength((line + part).strip()) > width:
            if line:
                yield line.strip()
            *whole, line = _cut(part.strip(), font, width)
            yield from whole
        else:
            line += part
    if line:
        yield line.strip()


def _cut(word: str, font: "FreeTypeFont", width: int) -> Iterator[str]:
    """A word that is wider than a line, in pieces that are not."""
    piece = ""
    for letter in word:
        if piece and font.getlength(piece + letter) > width:
            yield piece
            piece = ""
        piece += letter
    yield piece
