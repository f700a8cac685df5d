"""The outlines among the sources, as rings of longitude and latitude by name."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Self

from pydantic import TypeAdapter

from app.representatives.build.maps.topology import Shapes
from app.representatives.outlines.geometry import Spot


@dataclass(frozen=True)
class Polygon:
    """One polygon as GeoJSON writes it."""

    type: Literal["Polygon"]
    coordinates: list[list[Spot]]

    @property
    def rings(self) -> list[list[Spot]]:
        """Its rings, those of holes too."""
        return self.coordinates


@dataclass(frozen=True)
class MultiPolygon:
    """Several of them."""

    type: Literal["MultiPolygon"]
    coordinates: list[list[list[Spot]]]

    @property
    def rings(self) -> list[list[Spot]]:
        """The rings of all."""
        return [ring for polygon in self.coordinates for ring in polygon]


@dataclass(frozen=True)
class Outlined:
    """One area with what the file says of it."""

    properties: dict[str, object]
    geometry: Polygon | MultiPolygon


@dataclass(frozen=True)
class Collection:
    """A file of areas."""

    features: list[Outlined]


@dataclass(frozen=True)
class Lines:
    """The lines of House districts, by GEOID, and of towns, by name; the towns' are coarser."""

    districts: Shapes
    towns: Shapes

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Read the folder of shapes."""
        return cls(
            districts=_shapes(folder / "ma_house_full.geojson", "geoid"),
            towns=_shapes(folder / "ma_towns_web.geojson", "town"),
        )


def _shapes(path: Path, name: str) -> Shapes:
    collection = TypeAdapter(Collection).validate_json(path.read_bytes())
    return {str(one.properties[name]): one.geometry.rings for one in collection.features}
