"""The county of a town: what is left of where somebody lived once that is to be known no more exactly."""

from functools import cache

from app.representatives.facts.spelling import normalise
from app.representatives.facts.tables import tables


@cache
def county_of(place: str) -> str:
    """“Hampden County” of Holyoke, a village or a ZIP code there; empty where it is none of ours, or in several."""
    counties = {tables().towns[town].county for town in _towns(place)}
    return f"{counties.pop()} County" if len(counties) == 1 else ""


def _towns(place: str) -> tuple[str, ...]:
    zip_code = tables().zips.get(place)
    if zip_code:
        return zip_code.towns
    key = normalise(place)
    town, alias = tables().keys.get(key), tables().aliases.get(key)
    if town:
        return (town.name,)
    return alias.towns if alias else ()
