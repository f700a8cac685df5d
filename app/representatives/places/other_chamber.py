"""What a district of one chamber says about the other: only districts that share a precinct are left."""

from dataclasses import replace

from app.language.sentences import sentence
from app.representatives.facts.tables import tables
from app.representatives.places.resolution import HowFound, Resolution, ResolutionKind, said_place
from models import Chamber

WITHIN = {
    Chamber.HOUSE: sentence("%(place)s within the %(district)s district may lie in any of %(many)s House districts."),
    Chamber.SENATE: sentence("%(place)s within the %(district)s district may lie in any of %(many)s Senate districts."),
}


def within_district(place: Resolution, geoid: str, how: HowFound) -> Resolution:
    """The options of a place that share a precinct of its towns with the other chamber's district `geoid`.

    `how` is how that district was found; it is how the answer is found too where it decides. Where the place knows
    nothing of that district, nothing is changed.
    """
    if place.kind is not ResolutionKind.CHOOSE:
        return place
    # The towns of a ZIP code may be incomplete, so a precinct anywhere counts.
    towns = tables().precincts if place.how is HowFound.ZIP else place.towns
    rows = (row for town in towns for row in tables().precincts[town])
    near = {row.geoid(place.chamber) for row in rows if geoid in (row.house, row.senate)}
    options = tuple(option for option in place.options if option.geoid in near)
    if not options:
        return place
    if len(options) == 1:
        return replace(place, options=options).settled(options[0].geoid, how)
    district = tables().districts[geoid].name
    why = WITHIN[place.chamber].filled(place=said_place(place.place), district=district, many=len(options))
    return replace(place, options=options, why=why)
