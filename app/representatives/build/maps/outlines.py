"""Compiles the outlines of districts and towns, in metres, with no more corners than a point needs to be placed.

The first line is the grid. Then comes a line for each arc, its first spot and the way from each spot to the next; and
after an empty line one for each area: its GEOID or its town, a tab, and its rings, parted by "/". A ring is the numbers
of arcs, from 1, negative where one is walked from its end.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby, pairwise

from app.representatives.build.maps.shapes import Lines
from app.representatives.build.maps.topology import Topology, topology
from app.representatives.outlines.geometry import Line, Spot, thinned
from app.representatives.outlines.grid import Grid

Cell = tuple[int, int]

GRID = Grid(west=-73.6, south=41.1, per_lon=82467, per_lat=111132, error=18, edge=210)
_BETWEEN = 12  # metres that a line between districts may move; in the source it moved by 4
_AROUND = 200  # on the coast and the state's own line, where no other district is about to be mistaken for this one
_ABOUT = 150  # metres: so near, or less than twice as far, another district is about


def compile_outlines(lines: Lines) -> str:
    """Districts thinned and towns as they are; source: MassGIS."""
    districts, towns = topology(lines.districts), topology(lines.towns)
    arcs = list(_thinned(districts))
    written = [_steps(arc) for arc in (*arcs, *map(_in_metres, towns.arcs))]
    areas = [*_areas(districts, 0), *_areas(towns, len(arcs))]
    return "\n".join([json.dumps(asdict(GRID)), *written, "", *areas, ""])


def _thinned(districts: Topology) -> Iterator[list[Spot]]:
    arcs = [_in_metres(arc) for arc in districts.arcs]
    owners = districts.owners
    cells: dict[Cell, set[str]] = defaultdict(set)
    for number, arc in enumerate(arcs, 1):
        for spot in arc:
            cells[_cell(spot)] |= owners[number]
    for number, arc in enumerate(arcs, 1):
        yield thinned(arc, _BETWEEN) if len(owners[number]) > 1 else _around(arc, cells)


def _around(arc: Line, cells: Mapping[Cell, set[str]]) -> list[Spot]:
    """An arc that bounds one district alone, thinned less where another is about, as across a river."""
    found = [arc[0]]
    for is_between, run in groupby(arc[1:], lambda spot: _has_others(spot, cells)):
        found += thinned([found[-1], *run], _BETWEEN if is_between else _AROUND)[1:]
    return found


def _has_others(spot: Spot, cells: Mapping[Cell, set[str]]) -> bool:
    column, row = _cell(spot)
    near = ((column + right, row + up) for right in (-1, 0, 1) for up in (-1, 0, 1))
    return len(set().union(*(cells[cell] for cell in near if cell in cells))) > 1


def _cell(spot: Spot) -> Cell:
    return int(spot[0] // _ABOUT), int(spot[1] // _ABOUT)


def _in_metres(arc: Line) -> list[Spot]:
    return [GRID.spot(lat=lat, lon=lon) for lon, lat in arc]


def _areas(found: Topology, before: int) -> Iterator[str]:
    for name, rings in sorted(found.areas.items()):
        yield f"{name}\t" + "/".join(" ".join(str(_moved(arc, before)) for arc in ring) for ring in rings)


def _moved(arc: int, before: int) -> int:
    return arc + before if arc > 0 else arc - before


def _steps(arc: Sequence[Spot]) -> str:
    spots = [(round(x), round(y)) for x, y in arc]
    steps = ((x - x0, y - y0) for (x0, y0), (x, y) in pairwise(spots))
    return " ".join(f"{x} {y}" for x, y in (spots[0], *steps))
