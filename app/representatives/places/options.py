"""Puts districts in the order in which they should be offered, with what is known of each."""

from functools import lru_cache

from app.representatives.facts.records import DistrictShare, Town
from app.representatives.facts.tables import tables
from app.representatives.places.resolution import Option
from models import Chamber


@lru_cache(maxsize=1024)
def options(geoids: frozenset[str], towns: tuple[str, ...], chamber: Chamber) -> tuple[Option, ...]:
    """The districts as options, the largest share of the towns' residents first, then by GEOID."""
    places = [tables().towns[name] for name in towns]
    found = [_option(geoid, places, chamber) for geoid in geoids]
    return tuple(sorted(found, key=lambda option: (-option.share, option.geoid)))


def _option(geoid: str, towns: list[Town], chamber: Chamber) -> Option:
    inside = [(town, share) for town in towns for share in town.shares(chamber) if share.geoid == geoid]
    residents = sum(town.population for town in towns)
    share = sum(town.population * share.share for town, share in inside) / residents if residents else 0.0
    parts = [_part(town, share, alone=len(towns) == 1) for town, share in inside]
    return Option(geoid, round(share, 4), "; ".join(part for part in parts if part))


def _part(town: Town, share: DistrictShare, *, alone: bool) -> str:
    if alone:
        return share.part
    return f"{town.name} ({share.part})" if share.part else town.name
