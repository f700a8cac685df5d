"""Compiles the map of a whole state: its towns and its House districts, as coarse as a picture of it can show.

The first line is the size of the picture, and how many metres one of its units is. Then comes a line for each area:
what it is, its GEOID or its town, its middle, and its outline as the path of a picture, parted by tabs.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from app.representatives.build.maps.outlines import GRID
from app.representatives.build.maps.shapes import Lines
from app.representatives.build.maps.topology import Shapes, Topology, topology
from app.representatives.outlines.geometry import Line, Spot, thinned
from app.representatives.outlines.paths import path

_METRES = 150  # of a unit
_MOST = 1.2  # units that a corner may move: on a phone one is less than half a pixel
_ISLET = 12  # square units of its box; the largest ring of an area stays however small it is
_MARGIN = 8


def compile_map(lines: Lines) -> str:
    """Towns and districts on one sheet; source: MassGIS."""
    spots = [_spot(spot) for rings in lines.towns.values() for ring in rings for spot in ring]
    west, north = min(x for x, _ in spots) - _MARGIN, min(y for _, y in spots) - _MARGIN
    width, height = max(x for x, _ in spots) - west + _MARGIN, max(y for _, y in spots) - north + _MARGIN
    head = {"width": round(width), "height": round(height), "metres": _METRES}
    kinds: Mapping[str, Shapes] = {"town": lines.towns, "house": lines.districts}
    areas = (line for kind, shapes in kinds.items() for line in _areas(kind, topology(shapes), (west, north)))
    return "\n".join([json.dumps(head), *areas, ""])


def _areas(kind: str, found: Topology, corner: Spot) -> Iterator[str]:
    arcs = [thinned(_placed(arc, corner), _MOST) for arc in found.arcs]
    for name, walked in sorted(found.areas.items()):
        rings = _worth_drawing([_ring(ring, arcs) for ring in walked])
        x, y = _middle(rings[0])
        yield f"{kind}\t{name}\t{x} {y}\t{path(rings)}"


def _ring(walked: Sequence[int], arcs: Sequence[Line]) -> list[Spot]:
    spots = [spot for arc in walked for spot in list(arcs[abs(arc) - 1])[:: 1 if arc > 0 else -1][:-1]]
    return [*spots, spots[0]]


def _worth_drawing(rings: list[list[Spot]]) -> list[list[Spot]]:
    """The largest first."""
    largest, *others = sorted(rings, key=_size, reverse=True)
    return [largest, *(ring for ring in others if _size(ring) >= _ISLET)]


def _middle(ring: Line) -> tuple[int, int]:
    xs, ys = zip(*ring, strict=True)
    return round((min(xs) + max(xs)) / 2), round((min(ys) + max(ys)) / 2)


def _size(ring: Line) -> float:
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def _placed(arc: Line, corner: Spot) -> list[Spot]:
    return [(x - corner[0], y - corner[1]) for x, y in map(_spot, arc)]


def _spot(spot: Spot) -> Spot:
    x, y = GRID.spot(lat=spot[1], lon=spot[0])
    return x / _METRES, -y / _METRES
