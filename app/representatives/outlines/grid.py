"""The flat grid of metres on which outlines lie: good for distances of some kilometres."""

from dataclasses import dataclass
from typing import Self

from pydantic import TypeAdapter

from app.representatives.outlines.geometry import Spot


@dataclass(frozen=True, slots=True)
class Grid:
    """Where it begins, in degrees, and how many metres a degree has each way.

    A line between two districts is at most `error` metres from where it is in truth, any other at most `edge`.
    """

    west: float
    south: float
    per_lon: float
    per_lat: float
    error: float
    edge: float

    @classmethod
    def read(cls, written: str) -> Self:
        """The grid that stands in a table."""
        return TypeAdapter(cls).validate_json(written)

    def spot(self, *, lat: float, lon: float) -> Spot:
        """A point of the globe on the grid, x to the east and y to the north."""
        return (lon - self.west) * self.per_lon, (lat - self.south) * self.per_lat
