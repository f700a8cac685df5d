"""Answers in the form of the US Census Bureau's geocoder: few layers, invented addresses, true GEOIDs."""

from typing import Any

FAILED = [{"status": "Layer query encountered an error: java.lang.RuntimeException: Failed to return"}]


def layer(geoid: str | None) -> list[dict[str, str]]:
    """One layer: the area with this GEOID, or nothing there."""
    return [{"GEOID": geoid, "OID": "1"}] if geoid else []


def match(house: str | None, senate: str | None, year: str = "2024", **layers: Any) -> dict[str, Any]:
    """One match within the given districts; `layers` replaces or adds some by name."""
    state = (house or senate or "25")[:2]
    geographies = {
        "States": layer(state),
        "Counties": layer(f"{state}017"),
        "Census Regions": layer("1"),
        "Tribal Subdivisions": FAILED,
        f"{year} State Legislative Districts - Upper": layer(senate),
        f"{year} State Legislative Districts - Lower": layer(house),
    }
    return {"matchedAddress": "SOMEWHERE", "coordinates": {"x": -71.0, "y": 42.0}, "geographies": geographies | layers}


def answer(*matches: dict[str, Any]) -> dict[str, Any]:
    """The whole answer."""
    return {"result": {"input": {}, "addressMatches": list(matches)}}
