"""Finds where in an area its name has most room: the spot that is farthest from every line."""

from collections.abc import Iterator, Sequence

from app.representatives.outlines.geometry import Line, Spot, distance, is_within

_STEPS = (12, 48, 192)  # along each side of the box, as many as it takes to find any
_ROUNDS = 4  # in each of which the search is twice as fine

Rings = Sequence[Line]


def middle(areas: Sequence[Rings]) -> Spot:
    """The spot within all of some areas, each given by its rings, that is farthest from their lines."""
    west, south, east, north = _box(areas)
    for many in _STEPS:
        step = max(east - west, north - south) / many
        best = max(_spots((west, south), step, many + 1), key=lambda spot: _room(spot, areas))
        if _room(best, areas) > 0:
            break
    for _ in range(_ROUNDS):
        step /= 2
        x, y = best
        best = max(_spots((x - step, y - step), step, 3), key=lambda spot: _room(spot, areas))
    return best


def _box(areas: Sequence[Rings]) -> tuple[float, float, float, float]:
    """The box that all areas have in common."""
    boxes = []
    for rings in areas:
        xs, ys = zip(*(spot for ring in rings for spot in ring), strict=True)
        boxes.append((min(xs), min(ys), max(xs), max(ys)))
    west, south, east, north = zip(*boxes, strict=True)
    return max(west), max(south), min(east), min(north)


def _spots(corner: Spot, step: float, many: int) -> Iterator[Spot]:
    return ((corner[0] + step * right, corner[1] + step * up) for right in range(many) for up in range(many))


def _room(spot: Spot, areas: Sequence[Rings]) -> float:
    """How far a spot is from the nearest line; less than nothing where it is outside of an area."""
    if not all(is_within(spot, rings) for rings in areas):
        return -1.0
    return min(distance(spot, rings) for rings in areas)
