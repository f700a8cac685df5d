"""Writes outlines as SVG does, with steps in whole numbers: pictures draw them, and a browser measures with them."""

from collections.abc import Iterable
from itertools import pairwise

from app.representatives.outlines.geometry import Line


def path(rings: Iterable[Line]) -> str:
    """Rings as one path that encloses something."""
    return "".join(f"{strokes([ring[:-1]])}z" for ring in rings)


def strokes(lines: Iterable[Line]) -> str:
    """Lines as one path; a step shorter than the numbers are exact is left out, unless it is all there is."""
    return "".join(_stroke([(round(x), round(y)) for x, y in line]) for line in lines)


def _stroke(spots: list[tuple[int, int]]) -> str:
    steps = ((x - x0, y - y0) for (x0, y0), (x, y) in pairwise(spots))
    written = " ".join(f"{across} {up}" for across, up in steps if (across, up) != (0, 0)) or "0 0"
    return f"M{spots[0][0]} {spots[0][1]}l{written}".replace(" -", "-")
