"""Takes outlines that share borders apart into arcs, each of which is kept once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.representatives.outlines.geometry import Line, Spot

Shapes = Mapping[str, Sequence[Line]]


@dataclass
class Topology:
    """Arcs, and areas as rings of arcs: their numbers from 1, negative where an arc is walked from its end."""

    arcs: list[tuple[Spot, ...]] = field(default_factory=list)
    areas: dict[str, list[list[int]]] = field(default_factory=dict)
    _numbers: dict[tuple[Spot, ...], int] = field(default_factory=dict)

    def number(self, arc: tuple[Spot, ...]) -> int:
        """The number of an arc, which is added unless it is known in either direction."""
        for way in (1, -1):
            known = self._numbers.get(arc[::way])
            if known:
                return way * known
        self.arcs.append(arc)
        self._numbers[arc] = len(self.arcs)
        return len(self.arcs)

    @property
    def owners(self) -> dict[int, set[str]]:
        """The areas that each arc bounds: two where it lies between them."""
        found: dict[int, set[str]] = defaultdict(set)
        for name, rings in self.areas.items():
            for arc in (arc for ring in rings for arc in ring):
                found[abs(arc)].add(name)
        return found


def topology(shapes: Shapes) -> Topology:
    """The arcs of some areas whose borders have the same corners on both sides."""
    nodes = _nodes(shapes)
    found = Topology()
    for name, rings in shapes.items():
        found.areas[name] = [[found.number(arc) for arc in _arcs(ring, nodes)] for ring in rings]
    return found


def _nodes(shapes: Shapes) -> set[Spot]:
    """The corners at which other areas begin to share a border."""
    owners: dict[frozenset[Spot], set[str]] = defaultdict(set)
    for name, rings in shapes.items():
        for ring in rings:
            for edge in pairwise(ring):
                owners[frozenset(edge)].add(name)
    of_corner: dict[Spot, list[frozenset[str]]] = defaultdict(list)
    for ends, names in owners.items():
        for corner in ends:
            of_corner[corner].append(frozenset(names))
    return {corner for corner, found in of_corner.items() if len(found) != 2 or len(set(found)) > 1}  # noqa: PLR2004


def _arcs(ring: Line, nodes: set[Spot]) -> Iterable[tuple[Spot, ...]]:
    """A ring from node to node; one without any is two arcs, from its first corner to the one farthest away."""
    corners = list(ring[:-1])
    ends = [at for at, corner in enumerate(corners) if corner in nodes] or _farthest(corners)
    turned = [*corners[ends[0] :], *corners[: ends[0]], corners[ends[0]]]
    cuts = [end - ends[0] for end in ends] + [len(corners)]
    return [tuple(turned[start : end + 1]) for start, end in pairwise(cuts)]


def _farthest(corners: Sequence[Spot]) -> list[int]:
    """Two opposite corners, the same of both areas that a ring may part."""
    first = min(corners)
    other = max(corners, key=lambda one: (abs(one[0] - first[0]) + abs(one[1] - first[1]), one))
    return sorted((corners.index(first), corners.index(other)))
