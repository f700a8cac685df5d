"""Finds the districts of a ZIP code that was given without a place."""

from app.language.sentences import Sentence, sentence
from app.representatives.facts.records import PlacedBy, ZipCode
from app.representatives.facts.tables import tables
from app.representatives.places.placing import Place, reach_of
from app.representatives.places.resolution import HowFound, Resolution, ResolutionKind
from app.representatives.places.settling import ask, settle
from models import Chamber
from voice_flows.names import Label

NOTHING_RECOGNISED = sentence("No town and no ZIP code was recognised.")
ONLY_THE_TOWN = sentence("%(place)s has post-office boxes or a single building, so it only says the town: %(towns)s.")
_MASSACHUSETTS = frozenset(f"{prefix:03}" for prefix in (*range(10, 28), 55))


def is_outside(code: str) -> bool:
    """Whether a ZIP code belongs to another state, by our table or else by its first three digits."""
    known = tables().zips.get(code)
    return known.state != tables().state if known else code[:3] not in _MASSACHUSETTS


def resolve_zips(codes: tuple[str, ...], chamber: Chamber) -> Resolution:
    """The districts of one ZIP code; two different ones, or none we know, are unknown."""
    if len(codes) != 1:
        why = sentence("Two different ZIP codes were given.")
        return Resolution(ResolutionKind.UNKNOWN, chamber, why if codes else NOTHING_RECOGNISED)
    if is_outside(codes[0]):
        why = sentence("ZIP code %(code)s belongs to another state.", code=codes[0])
        return Resolution(ResolutionKind.OUTSIDE, chamber, why)
    zip_code = tables().zips.get(codes[0])
    if zip_code is None:
        why = sentence("ZIP code %(code)s is not known.", code=codes[0])
        return Resolution(ResolutionKind.UNKNOWN, chamber, why)
    return _area(zip_code, chamber) if zip_code.tells_where else _post_boxes(zip_code, chamber)


def _area(zip_code: ZipCode, chamber: Chamber) -> Resolution:
    place = _place(zip_code, frozenset(zip_code.geoids(chamber)))
    return settle(place, place.geoids, place.said, chamber)


def _post_boxes(zip_code: ZipCode, chamber: Chamber) -> Resolution:
    """A ZIP code that does not say where people live is a question about its towns."""
    geoids = reach_of(zip_code.towns, chamber)
    if zip_code.placed_by is PlacedBy.AREA:
        geoids |= frozenset(zip_code.geoids(chamber))
    place = _place(zip_code, geoids)
    towns = _all(zip_code.towns)
    if len(geoids) == 1:
        return settle(place, geoids, towns, chamber)
    return ask(place, geoids, ONLY_THE_TOWN.filled(place=place.said, towns=towns), chamber)


def _all(towns: tuple[str, ...]) -> Sentence | str:
    """The names of the towns with "and" between them."""
    said: Sentence | str = towns[0]
    for town in towns[1:]:
        said = sentence("%(one)s and %(other)s", one=said, other=town)
    return said


def _place(zip_code: ZipCode, geoids: frozenset[str]) -> Place:
    return Place(Label(zip_code=zip_code.code), zip_code.towns, geoids, geoids, HowFound.ZIP)
