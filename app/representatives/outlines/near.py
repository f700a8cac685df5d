"""Which districts or towns may have a point in them, as far as outlines and the point itself are exact."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from app.representatives.facts.tables import tables
from app.representatives.outlines.geometry import Line, Spot, distance, is_within
from app.representatives.outlines.table import outlines


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the globe in degrees, and how many metres off it may be."""

    lat: float
    lon: float
    accuracy: float


@dataclass(frozen=True, slots=True)
class Near:
    """The districts in which a point may lie, none where it lies outside all; `sure` where it lies in the only one."""

    geoids: frozenset[str]
    sure: bool


@dataclass(frozen=True, slots=True)
class _Area:
    """An area with the box around it: west, south, east, north."""

    rings: Sequence[Line]
    box: tuple[float, float, float, float]

    def is_about(self, spot: Spot, far: float) -> bool:
        west, south, east, north = self.box
        return west - far <= spot[0] <= east + far and south - far <= spot[1] <= north + far


def districts_near(point: Point) -> Near:
    """The House districts in which a point may lie. Around the state lines are coarser, so nothing there is sure."""
    grid = outlines().grid
    near = _near(_districts(), point, point.accuracy + grid.error)
    if near:
        return Near(frozenset(near), sure=len(near) == 1 and 0.0 in near.values())
    return Near(frozenset(_near(_districts(), point, point.accuracy + grid.edge)), sure=False)


def towns_near(point: Point) -> tuple[str, ...]:
    """The towns in which a point may lie, the nearest first."""
    near = _near(_towns(), point, point.accuracy + outlines().grid.edge)
    return tuple(sorted(near, key=near.__getitem__))


def _near(areas: Mapping[str, _Area], point: Point, far: float) -> dict[str, float]:
    """The areas that are no farther away than this, and how far they are: 0.0 where the point lies within."""
    spot = outlines().grid.spot(lat=point.lat, lon=point.lon)
    return {name: off for name, off in _distances(areas, spot, far) if off <= far}


def _distances(areas: Mapping[str, _Area], spot: Spot, far: float) -> Iterator[tuple[str, float]]:
    for name, area in areas.items():
        if area.is_about(spot, far):
            yield name, 0.0 if is_within(spot, area.rings) else distance(spot, area.rings)


@cache
def _districts() -> Mapping[str, _Area]:
    return _areas(set(outlines().areas) - set(tables().towns))


@cache
def _towns() -> Mapping[str, _Area]:
    return _areas(set(tables().towns))


def _areas(names: set[str]) -> Mapping[str, _Area]:
    return MappingProxyType({name: _area(outlines().rings(name)) for name in sorted(names)})


def _area(rings: Sequence[Line]) -> _Area:
    xs, ys = zip(*(spot for ring in rings for spot in ring), strict=True)
    return _Area(rings, (min(xs), min(ys), max(xs), max(ys)))
