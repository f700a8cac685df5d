"""Finds where in an area its name has most room: the spot that is farthest from every line."""

from collections.abc import Sequence

from app.representatives.outlines.geometry import Line, Spot, distance, is_within

_STEPS = (12, 48, 192)  # along each side of the box, as many as it takes to find any
_ROUNDS = 4  # in each of which the search is twice as fine

Rings = Sequence[Line]


def middle(areas: Sequence[Rings]) -> Spot:
    """The spot within all of some areas, each given by its rings, that is farthest from their lines."""
    west, south, east, north = _box(areas)
    widths = [(max(east - west, north - south) / many, many + 1) for many in _STEPS]
    coarse = ((step, _best((west, south), step, many, areas)) for step, many in widths)
    step, best = next((step, spot) for step, spot in coarse if _room(spot, areas) > 0)
    for _ in range(_ROUNDS):
        step /= 2
        best = _best((best[0] - step, best[1] - step), step, 3, areas)
    return best


def _box(areas: Sequence[Rings]) -> tuple[float, float, float, float]:
    """The box that all areas have in common."""
    boxes = []
    for rings in areas:
        xs, ys = zip(*(spot for ring in rings for spot in ring), strict=True)
        boxes.append((min(xs), min(ys), max(xs), max(ys)))
    west, south, east, north = zip(*boxes, strict=True)
    return max(west), max(south), min(east), min(north)


def _best(corner: Spot, step: float, many: int, areas: Sequence[Rings]) -> Spot:
    """The one with most room among so many spots each way."""
    x, y = corner
    spots = ((x + step * right, y + step * up) for right in range(many) for up in range(many))
    return max(spots, key=lambda spot: _room(spot, areas))


def _room(spot: Spot, areas: Sequence[Rings]) -> float:
    """How far a spot is from the nearest line; less than nothing where it is outside of an area."""
    if not all(is_within(spot, rings) for rings in areas):
        return -1.0
    return min(distance(spot, rings) for rings in areas)
