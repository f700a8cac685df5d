"""Lets a place and a ZIP code narrow each other; where they disagree, the supporter is asked."""

from dataclasses import replace

from app.language.sentences import Sentence, sentence
from app.representatives.facts.records import ZipCode
from app.representatives.facts.tables import tables
from app.representatives.places.placing import Place, reach_of
from app.representatives.places.resolution import HowFound, Resolution, ResolutionKind
from app.representatives.places.settling import ask, settle
from app.representatives.split_towns.post_offices import served_too
from app.representatives.split_towns.zip_codes import is_outside
from models import Chamber

ONE_POST_OFFICE = sentence("More than one town has its mail by that post office: please confirm where you live.")


def narrowed(place: Place, zips: tuple[str, ...], chamber: Chamber) -> Resolution:
    """The districts of a sure place, as far as the ZIP codes typed with it (0 to 2) allow."""
    if len(zips) > 1:
        return _contradicted(place, place.geoids, sentence("Two different ZIP codes were given."), chamber)
    if zips and is_outside(zips[0]):
        why = sentence(
            "ZIP code %(code)s is outside Massachusetts, but %(place)s is not.", code=zips[0], place=place.said
        )
        return _contradicted(place, place.geoids, why, chamber)
    zip_code = tables().zips.get(zips[0]) if zips else None
    if zip_code is None:
        return settle(place, place.geoids, place.said, chamber)
    if zip_code.tells_where:
        return _within_area(place, zip_code, chamber)
    if set(place.towns) & set(zip_code.towns):
        return settle(place, place.geoids, place.said, chamber)
    return _elsewhere(place, zip_code, chamber)


def _within_area(place: Place, zip_code: ZipCode, chamber: Chamber) -> Resolution:
    """A ZIP code with a census area leaves the districts it shares with the place."""
    near = place.reach & frozenset(zip_code.geoids(chamber))
    listed = [town for town in place.towns if town in zip_code.towns]
    if not near or any(not near & reach_of((town,), chamber) for town in listed):
        return _elsewhere(place, zip_code, chamber)
    if place.zips and zip_code.code not in place.zips:
        why = sentence("ZIP code %(code)s is not known as one of %(place)s.", code=zip_code.code, place=place.said)
        return _contradicted(place, place.geoids | near, why, chamber)
    if not listed and len(place.geoids) > 1:
        return _elsewhere(place, zip_code, chamber)
    others = served_too(place, zip_code, near, chamber)
    if len(near) == 1 and others:
        return Resolution(ResolutionKind.CONFIRM, chamber, ONE_POST_OFFICE, towns=(*place.towns, *others))
    part = sentence("The part of %(place)s with ZIP code %(code)s", place=place.said, code=zip_code.code)
    answer = settle(place, near, place.said if near == place.reach else part, chamber)
    by_zip = answer.kind is ResolutionKind.FOUND and len(place.geoids) > 1
    return replace(answer, how=HowFound.ZIP) if by_zip else answer


def _elsewhere(place: Place, zip_code: ZipCode, chamber: Chamber) -> Resolution:
    why = sentence("ZIP code %(code)s is not known to reach %(place)s.", code=zip_code.code, place=place.said)
    return _contradicted(place, place.geoids, why, chamber)


def _contradicted(place: Place, geoids: frozenset[str], why: Sentence, chamber: Chamber) -> Resolution:
    return replace(ask(place, geoids, why, chamber), is_contradicted=True)
