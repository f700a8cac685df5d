"""Builds the two answers that have districts in them: settled by what is known, or a question."""

from dataclasses import replace
from functools import lru_cache

from app.language.sentences import Sentence, sentence
from app.representatives.places.options import options
from app.representatives.places.placing import Place, reach_of
from app.representatives.places.resolution import HowFound, Resolution, ResolutionKind
from models import Chamber

IN_ONE = {
    Chamber.HOUSE: sentence("%(place)s lies in one House district."),
    Chamber.SENATE: sentence("%(place)s lies in one Senate district."),
}
DIVIDED = {
    Chamber.HOUSE: sentence("%(place)s is divided among %(many)s House districts."),
    Chamber.SENATE: sentence("%(place)s is divided among %(many)s Senate districts."),
}
IN_ANY = {
    Chamber.HOUSE: sentence("%(place)s may lie in any of %(many)s House districts."),
    Chamber.SENATE: sentence("%(place)s may lie in any of %(many)s Senate districts."),
}


@lru_cache(maxsize=4096)
def settle(place: Place, geoids: frozenset[str], subject: Sentence | str, chamber: Chamber) -> Resolution:
    """Found if one district is left, else a choice; `subject` begins the sentence that says why."""
    if len(geoids) == 1:
        why = IN_ONE[chamber].filled(place=subject)
        if len(place.towns) > 1:
            towns = tuple(town for town in place.towns if reach_of((town,), chamber) & geoids) or place.towns
            place = replace(place, towns=towns)
        return _answer(ResolutionKind.FOUND, place, geoids, why, chamber)
    lies = DIVIDED if place.how is HowFound.TOWN else IN_ANY
    return ask(place, geoids, lies[chamber].filled(place=subject, many=len(geoids)), chamber)


def ask(place: Place, geoids: frozenset[str], why: Sentence, chamber: Chamber) -> Resolution:
    """A choice, even of a single district: the supporter has to say so."""
    return _answer(ResolutionKind.CHOOSE, place, geoids, why, chamber)


def _answer(kind: ResolutionKind, place: Place, geoids: frozenset[str], why: Sentence, chamber: Chamber) -> Resolution:
    return Resolution(
        kind=kind,
        chamber=chamber,
        why=why,
        place=place.label,
        towns=place.towns,
        options=options(geoids, place.towns, chamber),
        how=place.how,
    )
