"""Answers who represents a town, village, ZIP code, ward or precinct; never found on a guess."""

import unicodedata
from dataclasses import replace

from app.language.sentences import Sentence, sentence
from app.representatives.places.elsewhere import is_elsewhere_too, neighbouring_state, other_state
from app.representatives.places.placing import Place, place_named
from app.representatives.places.resolution import Resolution, ResolutionKind
from app.representatives.places.street import may_hold_street, without_street
from app.representatives.places.suggestions import mistaken_for, suggest
from app.representatives.places.village_in_town import village_in_town
from app.representatives.places.wording import Wording, read_wording
from app.representatives.split_towns.by_street import SaidStreet, asks_street, by_street
from app.representatives.split_towns.narrowing import narrowed
from app.representatives.split_towns.precinct_forms import read_precinct_form
from app.representatives.split_towns.precincts import resolve_precinct
from app.representatives.split_towns.zip_codes import is_outside, resolve_zips
from models import Chamber

UNCERTAIN = sentence("That name is not certain: please confirm the place.")
OUTSIDE = sentence("That place is in %(state)s, not in Massachusetts.")
NEAR = sentence("That place is in %(state)s, not in Massachusetts. Perhaps you mean another of nearly that name.")
SURE = frozenset({ResolutionKind.FOUND, ResolutionKind.CHOOSE})
MOST_KNOWN = 2048  # ways to write a place's name: there are not so many
ELSEWHERE_TOO = sentence("%(place)s is a place in Massachusetts and one elsewhere: please confirm where you live.")


def resolve(query: str, *, zip_code: str | None = None, chamber: Chamber = Chamber.HOUSE) -> Resolution:
    """What `query`, with the text of a ZIP field if there is one, says about the district.

    `query` is anything a supporter typed: "Holyoke", "N. Andover, Mass.", "Hyannis", "02130-1234",
    "Boston Ward 6 Precinct 3", "Lynn 01905", "12 Maple St, Holyoke". Raises nothing, whatever the input; text
    beyond 100 characters is not read, and then the answer is never `found`.
    """
    known = _known.get((query, chamber)) if zip_code is None else None
    if known is not None:
        return known
    wording = read_wording(query, zip_code)
    if wording.cut:
        return _guess(wording.key, chamber) or _unknown(chamber)
    place = _resolve(wording, chamber)
    if wording.street:
        return _on_street(replace(place, has_street=True), wording.street)
    if zip_code is None and place.kind in SURE and _is_name(query) and len(_known) < MOST_KNOWN:
        _known[query, chamber] = place
    return place


# The same few hundred names are typed again and again, each twice a form. Nothing stands here that is no place's name.
_known: dict[tuple[str, Chamber], Resolution] = {}


def _is_name(query: str) -> bool:
    return query.replace(" ", "").isalpha()


def street_in(query: str) -> str:
    """The street address that stands before the place in what somebody typed, with its number; "" if none does."""
    return read_wording(query, None).street


def place_in(query: str) -> str:
    """What of it says no street and no house number; "" where that cannot be told apart."""
    text = without_street(unicodedata.normalize("NFKC", query))[0].strip(" ,;")
    known = resolve(text).kind in {ResolutionKind.FOUND, ResolutionKind.CHOOSE}
    return text if known or not may_hold_street(text) else ""


def zip_in(query: str) -> str:
    """The ZIP code that stands with the place in what somebody typed; "" if none does."""
    return next(iter(read_wording(query, None).zips), "")


def _on_street(place: Resolution, street: str) -> Resolution:
    """The place as its street address decides it; where that is a question, the place is the question."""
    if not asks_street(place):
        return place
    decided, _ = by_street(place, SaidStreet(street))
    return decided if decided.kind is ResolutionKind.FOUND else place


def _resolve(wording: Wording, chamber: Chamber) -> Resolution:
    if not wording.key:
        is_street = wording.street and not wording.zips
        return _street_alone(chamber) if is_street else resolve_zips(wording.zips, chamber)
    # What follows the town of a street address is an apartment: "12 Main St, Springfield #1A".
    form = None if wording.street else read_precinct_form(wording.words)
    key = form.place if form else wording.key
    place = _place(key, wording, chamber)
    if place and not form and is_elsewhere_too(str(place.label)) and not _is_ours(wording):
        return _confirm((str(place.label),), chamber, ELSEWHERE_TOO.filled(place=place.said))
    if place is None:
        return _outside(wording, chamber) or _unrecognised(key, wording, chamber)
    if not place.sure or (form and len(place.towns) > 1):
        return _confirm(suggest(key, first=place.towns), chamber)
    if form:
        return resolve_precinct(place, form, wording.zips, chamber)
    return narrowed(place, wording.zips, chamber)


def _place(key: str, wording: Wording, chamber: Chamber) -> Place | None:
    named = place_named(key, chamber, says_massachusetts=_is_ours(wording))
    if named and wording.in_one_part(key):  # what a comma parts is no name: "Main Street North, Reading"
        return named
    return (
        None
        if len(wording.parts) == 1
        else village_in_town(wording.parts, chamber, says_massachusetts=_is_ours(wording))
    )


def _is_ours(wording: Wording) -> bool:
    """Whether Massachusetts is named, in words or by a ZIP code."""
    return wording.says_massachusetts or any(not is_outside(code) for code in wording.zips)


def _outside(wording: Wording, chamber: Chamber) -> Resolution | None:
    if wording.says_massachusetts:
        return None
    named = other_state(wording.words)
    state = named or neighbouring_state(wording.key)
    if state is None:
        return None
    near = () if named else mistaken_for(wording.key)
    if near:
        return _confirm(near, chamber, NEAR.filled(state=state))
    return Resolution(ResolutionKind.OUTSIDE, chamber, OUTSIDE.filled(state=state))


def _unrecognised(key: str, wording: Wording, chamber: Chamber) -> Resolution:
    """Suggestions for a name we do not know; failing that, what its ZIP code says, as a question."""
    guess = _guess(key, chamber)
    if guess:
        return guess
    by_zip = resolve_zips(wording.zips, chamber) if wording.zips else _unknown(chamber)
    if by_zip.kind is not ResolutionKind.FOUND:
        return by_zip
    why = sentence("%(zip_says)s The place itself was not recognised.", zip_says=by_zip.why)
    return replace(by_zip, kind=ResolutionKind.CHOOSE, why=why)


def _guess(key: str, chamber: Chamber) -> Resolution | None:
    names = suggest(key)
    return _confirm(names, chamber) if names else None


def _confirm(names: tuple[str, ...], chamber: Chamber, why: Sentence = UNCERTAIN) -> Resolution:
    """A question whose every answer is sure: "Florida" alone would be asked about again."""
    sure = tuple(f"{name}, Massachusetts" if is_elsewhere_too(name) else name for name in names)
    return Resolution(ResolutionKind.CONFIRM, chamber, why, towns=sure)


def _street_alone(chamber: Chamber) -> Resolution:
    why = sentence("That is a street without its town. Add the town or the ZIP code, or enter just the town.")
    return Resolution(ResolutionKind.UNKNOWN, chamber, why)


def _unknown(chamber: Chamber) -> Resolution:
    return Resolution(ResolutionKind.UNKNOWN, chamber, sentence("No place of this name is known in Massachusetts."))
