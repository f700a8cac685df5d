"""Tells the district of a point, or narrows a place by one; a point near a line is a question."""

from collections.abc import Collection
from dataclasses import replace

from app.language.sentences import sentence
from app.representatives.facts.tables import tables
from app.representatives.outlines.near import Near, Point, districts_near, towns_near
from app.representatives.places.options import options
from app.representatives.places.resolution import HowFound, Resolution, ResolutionKind, said_place
from app.representatives.places.settling import IN_ANY, IN_ONE
from models import Chamber

THAT_POINT = sentence("That point")
NOT_HERE = sentence("That point is not in Massachusetts.")
NOT_THERE = sentence("That point does not fit %(place)s.")
ANSWERED = frozenset({ResolutionKind.FOUND, ResolutionKind.CHOOSE})


def at_point(point: Point, chamber: Chamber) -> Resolution:
    """Who represents a point of which nothing else is known."""
    near, towns = districts_near(point), towns_near(point)
    geoids = _of_chamber(near, towns, chamber)
    if not geoids:
        return Resolution(ResolutionKind.OUTSIDE, chamber, NOT_HERE, how=HowFound.POINT)
    found = near.sure and len(geoids) == 1
    return Resolution(
        kind=ResolutionKind.FOUND if found else ResolutionKind.CHOOSE,
        chamber=chamber,
        why=(IN_ONE if found else IN_ANY)[chamber].filled(place=THAT_POINT, many=len(geoids)),
        towns=towns,
        options=options(geoids, towns, chamber),
        how=HowFound.POINT,
    )


def by_point(place: Resolution, point: Point) -> Resolution:
    """A place as far as a point decides it; where the point lies elsewhere, one of the two is wrong, and we ask."""
    if place.kind not in ANSWERED:
        return place
    near = districts_near(point)
    geoids = _of_chamber(near, {*place.towns, *towns_near(point)}, place.chamber)  # a ZIP code may not know all
    left = tuple(one for one in place.options if one.geoid in geoids)
    if not left:
        why = NOT_THERE.filled(place=said_place(place.place)) if near.geoids else NOT_HERE
        return replace(place, kind=ResolutionKind.CHOOSE, why=why, is_contradicted=True)
    if place.kind is ResolutionKind.FOUND:
        return place
    why = IN_ANY[place.chamber].filled(place=THAT_POINT, many=len(left))
    narrowed = replace(place, options=left, why=why)
    if len(left) > 1 or not (near.sure or len(near.geoids) > 1):
        return narrowed
    return replace(narrowed.settled(left[0].geoid, HowFound.POINT), why=IN_ONE[place.chamber].filled(place=THAT_POINT))


def _of_chamber(near: Near, towns: Collection[str], chamber: Chamber) -> frozenset[str]:
    """The House districts, or those of the Senate that share a precinct of these towns with one of them."""
    if chamber is Chamber.HOUSE:
        return near.geoids
    rows = (row for town in towns for row in tables().precincts[town])
    return frozenset(row.senate for row in rows if row.house in near.geoids)
