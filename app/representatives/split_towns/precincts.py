"""Finds the districts of a ward or precinct within a place."""

from functools import lru_cache

from app.language.sentences import sentence
from app.representatives.facts.tables import tables
from app.representatives.places.placing import Place
from app.representatives.places.resolution import HowFound, Resolution
from app.representatives.places.settling import ask
from app.representatives.split_towns.narrowing import narrowed
from app.representatives.split_towns.precinct_forms import PrecinctForm
from models import Chamber
from voice_flows.names import Label


def resolve_precinct(place: Place, form: PrecinctForm, zips: tuple[str, ...], chamber: Chamber) -> Resolution:
    """The districts of the ward or precinct of a sure place in one town; a sub-precinct may be meant too."""
    (town,) = place.towns
    label, voting_there = _voting_there(town, form.ward, form.precinct, chamber)
    geoids = place.geoids & voting_there
    if not geoids:
        why = sentence("No such ward or precinct is known in %(place)s.", place=place.said)
        return ask(place, place.geoids | voting_there, why, chamber)
    return narrowed(
        Place(Label(f"{place.label} {label}"), place.towns, geoids, geoids, HowFound.PRECINCT), zips, chamber
    )


@lru_cache(maxsize=4096)
def _voting_there(town: str, ward: str, precinct: str, chamber: Chamber) -> tuple[str, frozenset[str]]:
    """What the town calls its ward or precinct, and the districts of those who vote there."""
    rows = tables().precincts[town]
    form = PrecinctForm(town, ward, precinct).among(rows)
    return form.label, frozenset(row.geoid(chamber) for row in rows if form.fits(row))
