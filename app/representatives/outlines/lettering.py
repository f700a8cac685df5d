"""Finds room for the names in a picture: what comes first stays, what would cover it is left out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from math import cos, pi, sin

from app.representatives.outlines.geometry import Line, is_within

SIZE = 26  # units: eleven pixels and a half where the picture is 288 pixels wide
_WIDTH = 0.54  # of a letter, as a part of its size, by experience
_DOT = 5  # half of a dot
_GAP = 5  # between it and its name
_AWAY = (24, 48, 72, 96, 120)  # from a border, as far as its neighbor's name may stand
_WAYS = 16  # in which it is looked for

Box = tuple[float, float, float, float]
Name = tuple[str, float, float]


@dataclass(frozen=True, slots=True)
class Lettered:
    """A name in the picture: where its dot is, and where its letters "start", "end" or have their "middle"."""

    name: str
    x: int
    y: int
    text_x: int
    text_y: int
    anchor: str


class Room:
    """A picture of this size, and what is taken of it."""

    def __init__(self, width: int, height: int) -> None:
        self._width, self._height = width, height
        self._taken: list[Box] = []

    def take(self, x: float, y: float, half: float) -> None:
        """Keep a square free, for what is drawn in any case."""
        self._taken.append((x - half, y - half, x + half, y + half))

    def beside_dots(self, names: Iterable[Name]) -> Iterator[Lettered]:
        """The names for which there is room beside, above or below their dots."""
        return self._placed(_about_dot(*name) for name in names)

    def outside(self, names: Iterable[Name], rings: list[Line]) -> Iterator[Lettered]:
        """The names of neighbors for which there is room outside of these rings, near a spot of their border."""
        return self._placed(
            ((one, box) for one, box in _about_border(*name) if _is_outside(box, rings)) for name in names
        )

    def _placed(self, names: Iterable[Iterable[tuple[Lettered, Box]]]) -> Iterator[Lettered]:
        for tries in names:
            found = next(((one, box) for one, box in tries if self._is_free(box)), None)
            if found:
                self._taken.append(found[1])
                yield found[0]

    def _is_free(self, box: Box) -> bool:
        west, north, east, south = box
        if west < 0 or north < 0 or east > self._width or south > self._height:
            return False
        return not any(west < e and w < east and north < s and n < south for w, n, e, s in self._taken)


def _about_dot(name: str, x: float, y: float) -> Iterator[tuple[Lettered, Box]]:
    away, half, long = _DOT + _GAP, SIZE / 2, _long(name)
    yield _lettered(name, (x, y), (x + away, y), "start"), (x - _DOT, y - half, x + away + long, y + half)
    yield _lettered(name, (x, y), (x - away, y), "end"), (x - away - long, y - half, x + _DOT, y + half)
    for down in (-away - half, away + half):
        top, bottom = min(y - _DOT, y + down - half), max(y + _DOT, y + down + half)
        yield _lettered(name, (x, y), (x, y + down), "middle"), (x - long / 2, top, x + long / 2, bottom)


def _about_border(name: str, x: float, y: float) -> Iterator[tuple[Lettered, Box]]:
    half, long = SIZE / 2, _long(name)
    for away, way in product(_AWAY, range(_WAYS)):
        right, down = x + away * cos(2 * pi * way / _WAYS), y + away * sin(2 * pi * way / _WAYS)
        box = (right - long / 2, down - half, right + long / 2, down + half)
        yield _lettered(name, (x, y), (right, down), "middle"), box


def _lettered(name: str, dot: tuple[float, float], text: tuple[float, float], anchor: str) -> Lettered:
    (x, y), (text_x, text_y) = dot, text
    return Lettered(name=name, x=round(x), y=round(y), text_x=round(text_x), text_y=round(text_y), anchor=anchor)


def _long(name: str) -> float:
    return len(name) * SIZE * _WIDTH


def _is_outside(box: Box, rings: list[Line]) -> bool:
    west, north, east, south = box
    spots = product((west, (west + east) / 2, east), (north, south))
    return not any(is_within(spot, rings) for spot in spots)
