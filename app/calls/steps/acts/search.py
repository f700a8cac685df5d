"""Whom a place makes for a caller on the hotline, in the words of the flow."""

from dataclasses import replace

from app.calls.shown.call import CallFacts
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import Facts
from app.calls.whom.said import Said
from app.calls.whom.search import Found, whom
from app.calls.whom.wave import offered_now
from app.geocoding.located import NoGeocoder
from app.representatives import Directory, ResolutionKind, StreetFinding, directory_of
from app.representatives.importing import directory_today
from models import Chamber
from voice_flows.names import NOBODY, Titled
from voice_flows.outcomes import PlaceFound, WhyPassedOver
from voice_flows.parts.where import CHOICES

ASKED = {
    "name": PlaceFound.STREET,
    StreetFinding.DIVIDED: PlaceFound.HOUSE,
    StreetFinding.SEVERAL: PlaceFound.AREAS,
}

NO_CHOICE = {
    ResolutionKind.CONFIRM: PlaceFound.PLACES,
    ResolutionKind.OUTSIDE: PlaceFound.OUTSIDE,
    ResolutionKind.UNKNOWN: PlaceFound.UNKNOWN,
}


def whom_it_makes(own: AtHand, call: CallFacts, said: Said) -> Found:
    """Everybody whom the campaign calls for somebody who said this."""
    found = whom(everybody(own, call), own.words_of(call), said, NoGeocoder().locate)
    return found if call.rehearsal else offered_now(found, call.action(own.connection), own.clock())


def part_of_town(own: AtHand, call: CallFacts, before: Said, zip_code: str) -> Said:
    """The ZIP code in that town; or by itself where it leaves as many, for the town may have been misheard."""
    both = replace(before, zip=zip_code)
    return Said(town=zip_code) if whom_it_makes(own, call, both).are_many else both


def everybody(own: AtHand, call: CallFacts) -> Directory:
    """Who sits where by now: as a rule what was read with the call."""
    if call.roster and not call.roster.is_overtaken(own.clock()):
        return directory_of(own.session, call.roster)
    return directory_today(own.session, own.clock())


def what_was_found(found: Found, said: Said) -> Facts:
    """What is said of it."""
    kind = kind_of(found, said)
    first = next((one for one in found.in_turn if one.passed_over is None), None)
    missing = next((one for one in found.in_turn if one.passed_over), None)
    return Facts(
        found=kind,
        place=found.place,
        choices=_choices(found, said, kind),
        representative=first.person.representative if first and kind is PlaceFound.AGREE else NOBODY,
        passed_over=missing.person.representative if missing else NOBODY,
        passed_over_why=WhyPassedOver(missing.passed_over) if missing and missing.passed_over else None,
    )


def kind_of(found: Found, said: Said) -> PlaceFound:
    """What came of the place: somebody to agree on, a question, or nothing."""
    if found.offices:
        return PlaceFound.AGREE
    if found.in_turn:
        return PlaceFound.NOBODY
    return NO_CHOICE.get(found.resolution.kind) or _of_street(found, said) or _among_names(found)


def _of_street(found: Found, said: Said) -> PlaceFound | None:
    """What is asked of the street, as long as they go along, and where a menu can hold the answers."""
    if said.streets:
        return PlaceFound.STREETS
    asked = None if said.skips_street else ASKED.get(found.asks_of_street)
    if asked is PlaceFound.STREET and said.street_misses:
        return PlaceFound.STREET_AGAIN
    is_long = found.street is not None and len(found.street.areas) > CHOICES
    return None if asked is PlaceFound.AREAS and is_long else asked


def _among_names(found: Found) -> PlaceFound:
    if found.are_many and found.asks_zip:
        return PlaceFound.MANY
    return PlaceFound.SENATORS if found.resolution.chamber is Chamber.SENATE else PlaceFound.REPRESENTATIVES


def _choices(found: Found, said: Said, kind: PlaceFound) -> tuple[Titled, ...]:
    if kind is PlaceFound.STREETS:
        return tuple(map(Titled, said.streets))
    if kind is PlaceFound.AREAS and found.street:
        return tuple(map(Titled, found.street.areas))
    if found.resolution.kind is ResolutionKind.CONFIRM:
        return tuple(map(Titled, found.resolution.towns))
    return tuple(person.representative for person in found.candidates)
