"""Draws the picture that others show with a link to a campaign which has none: its headline, on its color."""

import hashlib
import io
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

from app.campaigns.look.color import WHITE, mixed
from app.campaigns.look.lines import Lines, fitted

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

WIDTH, HEIGHT = 1200, 630  # as the networks want them that show links
OUR_ACCENT = "#0f5c63"
MARGIN = 88
INNER = WIDTH - 2 * MARGIN
HEADLINE_HIGH, GROUP_HIGH, GROUP_AT = 390, 48, 526
HEADLINE_SIZES, GROUP_SIZES = (96, 84, 74, 64, 56, 48), (36, 30)
BAR = (MARGIN, GROUP_AT - 24, MARGIN + 96, GROUP_AT - 12)
NAME_LENGTH = 24
SHADES = 64
KEPT = 64

_one_at_a_time = Lock()  # letters are shared, and nobody draws what somebody else draws already


@dataclass(frozen=True)
class DrawnPicture:
    """All that it is drawn from."""

    headline: str
    group: str
    accent: str

    @property
    def name(self) -> str:
        """Another one as soon as anything else would be drawn."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:NAME_LENGTH]


def drawn(it: DrawnPicture) -> bytes:
    """The picture, as PNG."""
    with _one_at_a_time:
        return _drawn(it)


@lru_cache(maxsize=KEPT)
def _drawn(it: DrawnPicture) -> bytes:
    from PIL import Image, ImageDraw  # noqa: PLC0415 - only who draws pays for it

    accent = it.accent or OUR_ACCENT
    picture, pale = Image.new("RGB", (WIDTH, HEIGHT), accent), mixed(accent, WHITE, 0.85)
    draw = ImageDraw.Draw(picture)
    headline = fitted(it.headline, (INNER, HEADLINE_HIGH), HEADLINE_SIZES, bold=True)
    _write(draw, headline, MARGIN + (HEADLINE_HIGH - headline.height) / 2, WHITE)
    draw.rectangle(BAR, fill=pale)
    _write(draw, fitted(it.group, (INNER, GROUP_HIGH), GROUP_SIZES, bold=False), GROUP_AT, pale)
    out = io.BytesIO()
    picture.quantize(SHADES).save(out, "PNG", optimize=True)
    return out.getvalue()


def _write(draw: "ImageDraw", lines: Lines, top: float, color: str) -> None:
    for nth, line in enumerate(lines.text):
        draw.text((MARGIN, top + nth * lines.leading), line, fill=color, font=lines.font)
