"""The borders that towns have in common, as spots from one end to the other."""

from collections.abc import Iterator
from itertools import pairwise
from math import dist

from app.representatives.build.maps.topology import Shapes, topology
from app.representatives.outlines.geometry import Line, Spot

_STEP = 0.005  # degrees: about 400 metres


def borders(towns: Shapes) -> Iterator[tuple[str, str, list[Spot]]]:
    """For each town, each town next to it and the spots along their border."""
    found = topology(towns)
    shared = {arc: sorted(names) for arc, names in found.owners.items() if len(names) > 1}
    along: dict[tuple[str, str], list[Spot]] = {}
    for arc, (one, other) in sorted(shared.items()):
        along.setdefault((one, other), []).extend(_spots(found.arcs[arc - 1]))
    for (one, other), spots in sorted(along.items()):
        yield one, other, spots
        yield other, one, spots


def _spots(arc: Line) -> Iterator[Spot]:
    for (x, y), (x2, y2) in pairwise(arc):
        many = max(1, round(dist((x, y), (x2, y2)) / _STEP))
        for at in range(many):
            part = (at + 0.5) / many
            yield x + part * (x2 - x), y + part * (y2 - y)
