"""The towns that have no post office of their own, and so get their letters by the name of another."""

from collections.abc import Set as AbstractSet
from functools import cache

from app.representatives.facts.records import ZipCode
from app.representatives.facts.tables import tables
from app.representatives.places.placing import Place, reach_of
from app.representatives.places.resolution import HowFound
from models import Chamber


def served_too(place: Place, zip_code: ZipCode, near: AbstractSet[str], chamber: Chamber) -> tuple[str, ...]:
    """Other towns whose people write this town and ZIP code, where they are not all in the districts that are left.

    "Amherst 01002" is what people of Pelham write, too.
    """
    if place.how is not HowFound.TOWN or zip_code.post_office not in place.towns:
        return ()
    others = (town for town in zip_code.towns if town not in place.towns and town not in _with_post_office())
    return tuple(town for town in others if not reach_of((town,), chamber) <= near)


@cache
def _with_post_office() -> frozenset[str]:
    return frozenset(code.post_office for code in tables().zips.values() if code.tells_where)
