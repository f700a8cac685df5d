"""The letters of pictures that we draw: those of our pages, and where they lack some, others that have Chinese ones."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

HERE = Path(__file__).parent
OURS = HERE.parents[2] / "static" / "fonts" / "atkinson-hyperlegible-next.woff2"
WITH_CHINESE = HERE / "noto-sans-cjk-tc-medium.woff2"
BOLD = 700
NOWHERE = "\uffff"  # no letter of any font: what is drawn in place of it is drawn for all that a font lacks


def letters_for(text: str, size: int, *, bold: bool) -> "FreeTypeFont":
    """Ours, unless they lack letters that this text is written in."""
    ours = _ours(size, bold=bold)
    return _chinese(size) if any(one.isalpha() for one in lacking(ours, text)) else ours


def drawable(text: str, font: "FreeTypeFont") -> str:
    """The text without what these letters lack."""
    lacks = lacking(font, text)
    return " ".join("".join(one for one in text if one not in lacks).split())


def lacking(font: "FreeTypeFont", text: str) -> frozenset[str]:
    """What of it these letters have not."""
    nothing = _drawn(font, NOWHERE)
    return frozenset(one for one in set(text) if not one.isspace() and _drawn(font, one) == nothing)


def _drawn(font: "FreeTypeFont", letter: str) -> tuple[object, bytes]:
    mask = font.getmask(letter)
    return mask.size, bytes(mask)


@cache
def _ours(size: int, *, bold: bool) -> "FreeTypeFont":
    font = _font(OURS, size)
    if bold:
        font.set_variation_by_axes([BOLD])
    return font


@cache
def _chinese(size: int) -> "FreeTypeFont":
    return _font(WITH_CHINESE, size)


def _font(path: Path, size: int) -> "FreeTypeFont":
    from PIL import ImageFont  # only who draws pays for it

    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)
