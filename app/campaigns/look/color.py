"""A campaign's color: readable on our paper by day, and made lighter so that it is at night."""

import re
from dataclasses import dataclass

COLOR = re.compile(r"#?([0-9a-fA-F]{6})")
ENOUGH = 4.5  # the contrast of text that the web's guidelines for everybody ask for
LIGHT, DARK = ("#fbf8f3", "#ffffff"), ("#14191f", "#1d242c")  # paper and card
WHITE, BLACK = "#ffffff", "#000000"
STEPS = 50
LINEAR = 0.04045  # up to here brightness grows evenly


@dataclass(frozen=True)
class Shades:
    """The color where it is text, what is written on it, and the wash behind what is chosen."""

    accent: str
    on_accent: str
    wash: str


def by_day(color: str) -> Shades:
    """On light paper it is as it was chosen."""
    return Shades(color, WHITE, mixed(LIGHT[0], color, 0.08))


def by_night(color: str) -> Shades:
    """On dark paper it is as light as it must be."""
    shades = (mixed(color, WHITE, step / STEPS) for step in range(STEPS + 1))
    light = next(one for one in shades if _is_readable(one, DARK))
    return Shades(light, mixed(light, BLACK, 0.85), mixed(DARK[1], light, 0.12))


def contrast(one: str, other: str) -> float:
    """From 1, the same, to 21, black on white."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def is_readable(color: str) -> bool:
    """Whether text of this color can be read by day; at night it is made so."""
    return _is_readable(color, (*LIGHT, by_day(color).wash))


def readable(color: str) -> str:
    """The color, as much darker as it must be."""
    shades = (mixed(color, BLACK, step / STEPS) for step in range(STEPS + 1))
    return next(one for one in shades if is_readable(one))


def mixed(color: str, other: str, share: float) -> str:
    """A color with so much of another."""
    pairs = zip(_parts(color), _parts(other), strict=True)
    return "#" + "".join(f"{round(one + (two - one) * share):02x}" for one, two in pairs)


def _is_readable(color: str, grounds: tuple[str, ...]) -> bool:
    return all(contrast(color, ground) >= ENOUGH for ground in grounds)


def _parts(color: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(color.removeprefix("#")))


def _luminance(color: str) -> float:
    """As the same guidelines define it."""
    parts = (part / 255 for part in _parts(color))
    red, green, blue = (part / 12.92 if part <= LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
