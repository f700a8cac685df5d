"""What the answer to the one more question decides: a choice, a ZIP code, a street, or an address looked up."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from app.calls.whom.address_line import address_line
from app.calls.whom.said import Said
from app.geocoding.located import Finding, Located
from app.language.sentences import Sentence, sentence
from app.representatives import (
    HowFound,
    Resolution,
    ResolutionKind,
    SaidStreet,
    StreetAnswer,
    StreetLeft,
    as_left,
    asks_street,
    by_street,
    in_area,
    left_by,
)
from models import Chamber

ZIP = re.compile(r"\d{5}([- ]?\d{4})?", re.ASCII)
NOTHING_TYPED = sentence("Tell us where you live, or choose your representative.")
NO_ZIP = sentence("A ZIP code has five digits, like 02139.")
ZIP_TELLS_NOTHING = sentence("ZIP code %(code)s does not tell these districts apart.")
ADDRESS_ELSEWHERE = sentence(
    "That address lies elsewhere, in none of these districts. Check it, or choose your representative."
)
NOT_LOCATED = {
    Finding.MATCHED: sentence(
        "The Census Bureau cannot tell the district of that address just now. Choose your representative."
    ),
    Finding.SEVERAL: sentence("Several places fit that address. Add its ZIP code, or choose your representative."),
    Finding.NO_MATCH: sentence(
        "The Census Bureau does not know that address. Check it, or choose your representative."
    ),
    Finding.OUTSIDE: sentence("That address is not in Massachusetts. Check it, or choose your representative."),
    Finding.UNAVAILABLE: sentence(
        "We cannot look addresses up just now. Choose your representative, or try a ZIP code."
    ),
}

Locate = Callable[[str], Located]


@dataclass(frozen=True)
class Question:
    """What is asked: the place, how it looks with a ZIP code added, and the district that was chosen, if one was."""

    place: Resolution
    with_zip: Callable[[str], Resolution]
    chosen: str


@dataclass(frozen=True)
class Decision:
    """What is left of a place after an answer, and sentences by field about what was wrong with the answer.

    `street` is what came of looking a street up in our tables, `left` that without the street, `located` what an
    address showed, if one was looked up;
    `zip` is a ZIP code that narrowed the place, or told nothing, and so need not be asked for again.
    """

    place: Resolution
    problems: Mapping[str, Sentence] = field(default_factory=dict)
    street: StreetAnswer | None = None
    left: StreetLeft | None = None
    zip: str = ""
    located: Located | None = None


def decide(question: Question, typed: Said, locate: Locate) -> Decision:
    """Take the cheapest answer that decides; an address is looked up only if nothing else does."""
    place = question.place
    if place.kind is not ResolutionKind.CHOOSE:
        return Decision(place)
    if question.chosen in place.geoids:
        return Decision(place.settled(question.chosen, HowFound.CHOSEN))
    decision = _by_street(_by_zip(question, typed), typed)
    if typed.address and decision.place.kind is ResolutionKind.CHOOSE:
        return _by_address(decision, typed, locate)
    return decision


def _by_street(so_far: Decision, typed: Said) -> Decision:
    """A street counts unless a ZIP code contradicts the place: then one of the two is wrong, and we ask.

    Of a street that was told before only what it left open is known, and the part of town may answer that.
    """
    if "zip" in so_far.problems or not asks_street(so_far.place):
        return so_far
    if typed.street:
        said = SaidStreet(typed.street, typed.number, typed.area, so_far.zip)
        place, answer = by_street(so_far.place, said)
        return replace(so_far, place=place, street=answer, left=left_by(so_far.place, said))
    left = in_area(typed.left, typed.area) if typed.left else None
    before = as_left(so_far.place, left, narrowed_since=bool(so_far.zip)) if left else None
    return replace(so_far, place=before[0], street=before[1], left=left) if before else so_far


def _by_zip(question: Question, typed: Said) -> Decision:
    place = question.place
    if not typed.zip:
        return Decision(place, {"look-up": NOTHING_TYPED} if typed.looks_up and not typed.street else {})
    if not ZIP.fullmatch(typed.zip):
        return Decision(place, {"zip": NO_ZIP})
    told = question.with_zip(typed.zip)
    if told.kind is ResolutionKind.FOUND:
        return Decision(told.settled(told.geoids[0], HowFound.ZIP))
    if told.kind is ResolutionKind.CHOOSE and not told.is_contradicted:
        if set(told.geoids) < set(place.geoids):
            return Decision(told, zip=typed.zip)
        goes_on = typed.address or typed.street
        problems = {} if goes_on else {"look-up": ZIP_TELLS_NOTHING.filled(code=typed.zip[:5])}
        return Decision(place, problems, zip=typed.zip)
    return Decision(told if told.options else place, {"zip": told.why})


def _by_address(so_far: Decision, typed: Said, locate: Locate) -> Decision:
    place = so_far.place
    zip_code = "" if "zip" in so_far.problems else typed.zip
    located = locate(address_line(typed.address, place, zip_code))
    geoid = located.geoid(place.chamber)
    if geoid in place.geoids:
        return Decision(place.settled(geoid, HowFound.ADDRESS), located=located)
    sentence = ADDRESS_ELSEWHERE if geoid else NOT_LOCATED[located.finding]
    return replace(so_far, problems={"address": sentence}, located=located)


def settled_by_address(place: Resolution, located: Located | None, chamber: Chamber) -> Resolution:
    """The place as an address showed it that was looked up for the other chamber."""
    geoid = located.geoid(chamber) if located else None
    if place.kind is ResolutionKind.CHOOSE and geoid in place.geoids:
        return place.settled(geoid, HowFound.ADDRESS)
    return place
