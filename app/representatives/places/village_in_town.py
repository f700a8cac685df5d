"""Understands a village together with its town: "Hyannis, Barnstable" or "Newton (Chestnut Hill)"."""

from dataclasses import replace

from app.representatives.places.placing import Place, place_named, reach_of
from app.representatives.places.resolution import HowFound
from models import Chamber
from voice_flows.names import Label


def village_in_town(keys: tuple[str, ...], chamber: Chamber, *, says_massachusetts: bool) -> Place | None:
    """The village within the one town, if exactly two keys name a village and a town it lies in."""
    named = [place_named(key, chamber, says_massachusetts=says_massachusetts) for key in keys]
    places = sorted((place for place in named if place), key=lambda place: place.how)
    if len(keys) != len(places) or [place.how for place in places] != [HowFound.TOWN, HowFound.VILLAGE]:
        return None
    town, village = places
    if town.label.name not in village.towns or not village.sure:
        return None
    return village if village.towns == town.towns else _restricted(village, town, chamber)


def _restricted(village: Place, town: Place, chamber: Chamber) -> Place:
    """A village of several towns, within one of them: its own knowledge counts while it leaves a choice."""
    reach = reach_of(town.towns, chamber)
    near = village.geoids & reach
    geoids = near if len(near) > 1 else reach
    return replace(
        village, label=Label(f"{village.label} in {town.label}"), towns=town.towns, geoids=geoids, reach=reach
    )
