"""Whom a place makes for a caller on the hotline, in the words of the flow."""

from app.calls.shown.call import CallFacts
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import Facts
from app.calls.whom.said import Said
from app.calls.whom.search import Found, whom
from app.geocoding.located import NoGeocoder
from app.representatives import Directory, ResolutionKind, directory_of
from app.representatives.importing import directory_today
from models import Chamber
from voice_flows.names import NOBODY, Titled
from voice_flows.outcomes import PlaceFound, WhyPassedOver


def whom_it_makes(own: AtHand, call: CallFacts, said: Said) -> Found:
    """Everybody whom the campaign calls for somebody who said this."""
    return whom(everybody(own, call), own.words_of(call), said, NoGeocoder().locate)


def everybody(own: AtHand, call: CallFacts) -> Directory:
    """Who sits where by now: as a rule what was read with the call."""
    if call.roster and not call.roster.is_overtaken(own.clock()):
        return directory_of(own.session, call.roster)
    return directory_today(own.session, own.clock())


def what_was_found(found: Found) -> Facts:
    """What is said of it."""
    kind = kind_of(found)
    first = next((one for one in found.in_turn if one.passed_over is None), None)
    missing = next((one for one in found.in_turn if one.passed_over), None)
    return Facts(
        found=kind,
        place=found.place,
        choices=_choices(found),
        representative=first.person.representative if first and kind is PlaceFound.AGREE else NOBODY,
        passed_over=missing.person.representative if missing else NOBODY,
        passed_over_why=WhyPassedOver(missing.passed_over) if missing and missing.passed_over else None,
    )


def kind_of(found: Found) -> PlaceFound:
    """What came of the place: somebody to agree on, a question, or nothing."""
    if found.offices:
        return PlaceFound.AGREE
    if found.in_turn:
        return PlaceFound.NOBODY
    kind = found.resolution.kind
    if kind is ResolutionKind.CONFIRM:
        return PlaceFound.PLACES
    if kind is not ResolutionKind.CHOOSE:
        return PlaceFound.OUTSIDE if kind is ResolutionKind.OUTSIDE else PlaceFound.UNKNOWN
    if found.are_many and found.asks_zip:
        return PlaceFound.MANY
    return PlaceFound.SENATORS if found.resolution.chamber is Chamber.SENATE else PlaceFound.REPRESENTATIVES


def _choices(found: Found) -> tuple[Titled, ...]:
    if found.resolution.kind is ResolutionKind.CONFIRM:
        return tuple(map(Titled, found.resolution.towns))
    return tuple(person.representative for person in found.candidates)
