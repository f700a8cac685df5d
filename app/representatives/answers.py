"""Builds the two answers that have districts in them: settled by what is known, or a question."""

from dataclasses import replace

from app.representatives.options import CHAMBER_NAMES, options
from app.representatives.placing import Place, reach_of
from app.representatives.resolution import HowFound, Resolution, ResolutionKind
from models import Chamber


def settle(place: Place, geoids: frozenset[str], subject: str, chamber: Chamber) -> Resolution:
    """Found if one district is left, else a choice; `subject` begins the sentence that says why."""
    if len(geoids) == 1:
        why = f"{subject} lies in one {CHAMBER_NAMES[chamber]} district."
        if len(place.towns) > 1:
            towns = tuple(town for town in place.towns if reach_of((town,), chamber) & geoids) or place.towns
            place = replace(place, towns=towns)
        return _answer(ResolutionKind.FOUND, place, geoids, why, chamber)
    lies = "is divided among" if place.how is HowFound.TOWN else "may lie in any of"
    why = f"{subject} {lies} {len(geoids)} {CHAMBER_NAMES[chamber]} districts."
    return ask(place, geoids, why, chamber)


def ask(place: Place, geoids: frozenset[str], why: str, chamber: Chamber) -> Resolution:
    """A choice, even of a single district: the supporter has to say so."""
    return _answer(ResolutionKind.CHOOSE, place, geoids, why, chamber)


def _answer(kind: ResolutionKind, place: Place, geoids: frozenset[str], why: str, chamber: Chamber) -> Resolution:
    return Resolution(
        kind=kind,
        chamber=chamber,
        why=why,
        place=place.label,
        towns=place.towns,
        options=options(geoids, place.towns, chamber),
        how=place.how,
    )
