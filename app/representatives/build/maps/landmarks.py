"""Compiles what a picture of a town shows in its districts: where their names go, villages, and the towns next door.

`landmarks.csv` beside this file has villages, neighborhoods and squares of split towns, chosen from GeoNames.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from app.representatives.build.maps.borders import borders
from app.representatives.build.maps.middles import middle
from app.representatives.build.maps.shapes import Lines
from app.representatives.build.sources import Row, Sources
from app.representatives.outlines.geometry import Spot, distance, is_within, thinned
from app.representatives.outlines.table import Outlines
from models import Chamber

FILE = Path(__file__).with_suffix(".csv")
_COARSE = 60  # metres: a name is larger than any corner that is lost
_LONG_ENOUGH = 2  # spots, of which there is one about every 400 metres


@dataclass(frozen=True)
class _Maps:
    """The outlines, as coarse as a picture may be, and the districts of every town."""

    outlines: Outlines
    geoids: Mapping[str, list[str]]

    @cached_property
    def rings(self) -> Mapping[str, list[list[Spot]]]:
        """The rings of every area."""
        names = self.outlines.areas
        return {name: [thinned(ring, _COARSE) for ring in self.outlines.rings(name)] for name in names}

    def district_at(self, town: str, spot: Spot) -> str:
        """Which of a town's districts has a spot, or is nearest to it."""
        geoids = self.geoids[town]
        within = (geoid for geoid in geoids if is_within(spot, self.rings[geoid]))
        return next(within, None) or min(geoids, key=lambda geoid: distance(spot, self.rings[geoid]))


def compile_landmarks(sources: Sources, lines: Lines, outlines: Outlines) -> list[Row]:
    """One row a mark: its kind ("middle", "place" or "next"), and where it is on the grid of the outlines."""
    geoids: dict[str, set[str]] = defaultdict(set)
    for row in sources.precincts:
        geoids[row["town"]].add(sources.geoid(Chamber.HOUSE, row["house"]))
    maps = _Maps(outlines, {town: sorted(found) for town, found in sorted(geoids.items())})
    return [*_middles(maps), *_places(maps), *_next(maps, lines)]


def _middles(maps: _Maps) -> Iterator[Row]:
    for town, geoids in maps.geoids.items():
        within = maps.rings[town]
        for geoid in geoids:
            areas = (within, maps.rings[geoid]) if len(geoids) > 1 else (within,)
            yield _row(town, geoid, "middle", "", middle(areas))


def _places(maps: _Maps) -> Iterator[Row]:
    """The landmarks, those of most people first."""
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: (-int(row["population"]), row["place"]))
    for town in _split(maps):
        within = maps.rings[town]
        for row in rows:
            spot = maps.outlines.grid.spot(lat=float(row["lat"]), lon=float(row["lon"]))
            if is_within(spot, within):
                yield _row(town, maps.district_at(town, spot), "place", row["place"], spot)


def _next(maps: _Maps, lines: Lines) -> Iterator[Row]:
    """The towns next to a part of a split town, and where in the middle of their border."""
    grid = maps.outlines.grid
    split = set(_split(maps))
    for town, other, spots in borders(lines.towns):
        if town not in split:
            continue
        parts: dict[str, list[Spot]] = defaultdict(list)
        for lon, lat in spots:
            spot = grid.spot(lat=lat, lon=lon)
            parts[maps.district_at(town, spot)].append(spot)
        for geoid, found in sorted(parts.items()):
            if len(found) >= _LONG_ENOUGH:
                yield _row(town, geoid, "next", other, found[len(found) // 2])


def _split(maps: _Maps) -> list[str]:
    return [town for town, geoids in maps.geoids.items() if len(geoids) > 1]


def _row(town: str, geoid: str, kind: str, name: str, spot: Spot) -> Row:
    x, y = spot
    return {"town": town, "geoid": geoid, "kind": kind, "name": name, "x": f"{x:.0f}", "y": f"{y:.0f}"}
