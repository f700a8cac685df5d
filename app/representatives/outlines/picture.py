"""A town's districts as a picture: outlines, a spot for each number, and the landmarks for which there is room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.representatives.facts.tables import tables
from app.representatives.outlines.geometry import Line, Spot, thinned
from app.representatives.outlines.landmarks import Landmark, landmarks
from app.representatives.outlines.lettering import Lettered, Room
from app.representatives.outlines.paths import path, strokes
from app.representatives.outlines.table import outlines
from models import Chamber

WIDTH = 640
HIGHEST = 800
_ASIDE, _ABOVE = 56, 40  # margins, for the names of the towns next door
_NUMBER = 17  # half of what a number takes
_ISLET = 0.02  # of the largest part: what is smaller would make all others small


@dataclass(frozen=True, slots=True)
class Drawn:
    """One district: its outline, and where its number goes in each of the towns."""

    geoid: str
    path: str
    numbers: tuple[tuple[int, int], ...]
    places: tuple[str, ...]
    next_to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything to be drawn, so many units large; `within` is the outline of the towns, `between` the lines in it."""

    width: int
    height: int
    within: str
    between: str
    districts: tuple[Drawn, ...]
    places: tuple[Lettered, ...]
    next_door: tuple[Lettered, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the picture begins on the grid, and how many units a metre has in it."""

    west: float
    north: float
    scale: float
    height: int

    def spot(self, spot: Spot) -> Spot:
        """A spot of the grid in the picture, whose y goes down."""
        return _ASIDE + (spot[0] - self.west) * self.scale, _ABOVE + (self.north - spot[1]) * self.scale

    def thinned(self, line: Line) -> list[Spot]:
        """A line in the picture, with as many corners as can be seen."""
        return [self.spot(spot) for spot in thinned(line, 1 / self.scale)]


@lru_cache(maxsize=64)
def picture(towns: tuple[str, ...]) -> Picture:
    """The House districts of some towns that lie together."""
    rings = _without_islets([ring for town in towns for ring in outlines().rings(town)])
    frame = _frame(rings)
    marks = [mark for town in towns for mark in landmarks(town)]
    others = [mark for mark in marks if mark.name not in towns]
    room = Room(WIDTH, frame.height)
    geoids = dict.fromkeys(share.geoid for town in towns for share in tables().towns[town].shares(Chamber.HOUSE))
    districts = tuple(_drawn(geoid, frame, marks) for geoid in geoids)
    for x, y in (spot for one in districts for spot in one.numbers):
        room.take(x, y, _NUMBER)
    return Picture(
        width=WIDTH,
        height=frame.height,
        within=path(map(frame.thinned, rings)),
        between=strokes(map(frame.thinned, outlines().between(geoids))),
        districts=districts,
        places=tuple(room.beside_dots(_named(marks, "place", frame))),
        next_door=tuple(room.outside(_named(others, "next", frame), [frame.thinned(ring) for ring in rings])),
    )


def _drawn(geoid: str, frame: _Frame, marks: Sequence[Landmark]) -> Drawn:
    own = [mark for mark in marks if mark.geoid == geoid]
    middles = [frame.spot(mark.spot) for mark in own if mark.kind == "middle"]
    return Drawn(
        geoid=geoid,
        path=path(map(frame.thinned, outlines().rings(geoid))),
        numbers=tuple((round(x), round(y)) for x, y in middles),
        places=tuple(mark.name for mark in own if mark.kind == "place"),
        next_to=tuple(dict.fromkeys(mark.name for mark in own if mark.kind == "next")),
    )


def _named(marks: Iterable[Landmark], kind: str, frame: _Frame) -> list[tuple[str, float, float]]:
    """Every name once, where it is met first."""
    found = {mark.name: frame.spot(mark.spot) for mark in reversed(list(marks)) if mark.kind == kind}
    return [(name, x, y) for name, (x, y) in reversed(found.items())]


def _frame(rings: Sequence[Line]) -> _Frame:
    west, south, east, north = zip(*map(_box, rings), strict=True)
    across, along = max(east) - min(west), max(north) - min(south)
    scale = min((WIDTH - 2 * _ASIDE) / across, (HIGHEST - 2 * _ABOVE) / along)
    aside = (WIDTH - 2 * _ASIDE) / scale - across
    return _Frame(
        west=min(west) - aside / 2,
        north=max(north),
        scale=scale,
        height=round(along * scale) + 2 * _ABOVE,
    )


def _without_islets(rings: list[Line]) -> list[Line]:
    sizes = [_size(_box(ring)) for ring in rings]
    return [ring for ring, size in zip(rings, sizes, strict=True) if size >= _ISLET * max(sizes)]


def _box(ring: Line) -> tuple[float, float, float, float]:
    xs, ys = zip(*ring, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _size(box: tuple[float, float, float, float]) -> float:
    west, south, east, north = box
    return (east - west) * (north - south)
