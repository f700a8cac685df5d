"""The towns of a district, and of a city its neighborhoods: what people know their representative by."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache

from app.representatives.facts.tables import tables
from app.representatives.streets.table import TownStreets, streets

_MENTIONED = 0.08  # the part of a district's streets from which on a neighborhood is named
_MOST_AREAS = 4


@cache
def towns_of(geoid: str) -> tuple[str, ...]:
    """The towns that a district reaches, where the most of its residents live first; none for a seat that has none.

    A city of many districts is named with its neighborhoods: "Boston (Dorchester, Roslindale)".
    """
    shares = [
        (town.population * share.share, town.name)
        for town in tables().towns.values()
        for share in (*town.house, *town.senate)
        if share.geoid == geoid
    ]
    return tuple(_with_areas(name, geoid) for _, name in sorted(shares, key=lambda it: (-it[0], it[1])))


def _with_areas(name: str, geoid: str) -> str:
    areas = _areas(name).get(geoid) if name in streets() else None
    return f"{name} ({', '.join(areas)})" if areas else name


@cache
def _areas(name: str) -> Mapping[str, tuple[str, ...]]:
    """The neighborhoods of each district, by its streets; none where only some of a town's streets have one."""
    town = streets()[name]
    if not town.areas:
        return {}
    found = _streets_by_area(town)
    is_everywhere = not any("" in areas for areas in found.values())
    return {geoid: _named(areas, name) for geoid, areas in found.items()} if is_everywhere else {}


def _streets_by_area(town: TownStreets) -> Mapping[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for key in town.keys():  # noqa: SIM118 - a method of ours
        for street in town.find(key):
            for geoid in town.geoids_of(street.numbers.districts):
                found[geoid][street.area] += 1
    return found


def _named(areas: Counter[str], town: str) -> tuple[str, ...]:
    """The neighborhoods that have a good part of the streets; what is called like its city says nothing."""
    least = areas.total() * _MENTIONED
    return tuple(area for area, many in areas.most_common(_MOST_AREAS) if many >= least and area != town)
