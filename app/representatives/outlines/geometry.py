"""Plane geometry in metres: what lies within rings, how far away a line is, and lines with fewer corners."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import hypot

Spot = tuple[float, float]
Line = Sequence[Spot]  # a ring ends where it begins


def is_within(spot: Spot, rings: Iterable[Line]) -> bool:
    """Whether a spot lies within an area, or in a hole of it."""
    x, y = spot
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


def distance(spot: Spot, lines: Iterable[Line]) -> float:
    """How far a spot is from the nearest of some lines."""
    return min(_distance(spot, one, other) for line in lines for one, other in pairwise(line))


def _distance(spot: Spot, one: Spot, other: Spot) -> float:
    (x, y), (x1, y1), (x2, y2) = spot, one, other
    across, along = x2 - x1, y2 - y1
    length = across * across + along * along
    part = ((x - x1) * across + (y - y1) * along) / length if length else 0.0
    part = min(1.0, max(0.0, part))
    return hypot(x - x1 - part * across, y - y1 - part * along)


def thinned(line: Line, most: float) -> list[Spot]:
    """The line with as few of its corners as leave none of the others farther than `most` from it; its ends stay."""
    if len(line) < 3:  # noqa: PLR2004 - two ends
        return list(line)
    off, far = max((_distance(spot, line[0], line[-1]), at) for at, spot in enumerate(line[1:-1], 1))
    if off <= most:
        return [line[0], line[-1]]
    return thinned(line[: far + 1], most)[:-1] + thinned(line[far:], most)
