"""Where a caller on the hotline lives: hear it, keep what they chose, tell what came of it."""

from dataclasses import replace

from app.calls.later.code import booking_of
from app.calls.shown.call import CallFacts
from app.calls.steps.acts.another_time import hear_booked
from app.calls.steps.acts.code import join_page
from app.calls.steps.acts.search import part_of_town, what_was_found, whom_it_makes
from app.calls.steps.acts.so_far import keep, so_far
from app.calls.steps.acts.street import with_street
from app.calls.steps.acts.whom import agree, speak_their_language
from app.calls.steps.arrival import Arrival, Situation
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import NO_FACTS, Facts
from app.calls.whom.said import Said
from app.calls.whom.spoken import place_as_typed, with_its_zero
from app.representatives import HowFound, street_in
from voice_flows.hearing import is_talk
from voice_flows.outcomes import PlaceFound
from voice_flows.parts.hotline import language_named
from voice_flows.parts.where import CHOICES

MISSED = frozenset({PlaceFound.UNKNOWN, PlaceFound.OUTSIDE})
OF_A_PLACE = frozenset(HowFound) - {HowFound.LISTED}
UNKNOWN_CODE = Facts(found=PlaceFound.CODE_UNKNOWN)
UNCLEAR = Facts(found=PlaceFound.UNCLEAR)
LONGEST_ZIP = 5
MOST_MISSES = 3  # and then we say who can help


def hear_place(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Keep the ZIP code or town that was said, where one is asked for; a code leads to what it stands for.

    Whoever names a language here was not understood when it was asked for, and goes on in it.
    """
    keys, asks_place = own.heard.keys, own.words_of(call).whom_to_call.asks_place
    if own.heard.page_code:
        unknown = _unknown_code(own, call, arrival, _as_zip(keys) if asks_place else "")
        booked = booking_of(own.vault, call.bookings, keys)
        return hear_booked(own, call, arrival, booked, unknown) if booked else join_page(own, call, arrival, unknown)
    if language := "" if keys else language_named(arrival.heard):
        return speak_their_language(own, call, Arrival("language_chosen", arrival.rank, language))
    if not asks_place:
        return agree(own, call, replace(arrival, step="agreed"))
    return _take(own, call, arrival, keys or place_as_typed(arrival.heard, call.language))


def _as_zip(keys: str) -> str:
    """The ZIP code that these keys may be, if they are no code; empty where they are none."""
    return keys if len(keys) == LONGEST_ZIP else with_its_zero(keys)


def _take(own: AtHand, call: CallFacts, arrival: Arrival, place: str) -> Situation:
    """Keep the place; a ZIP code may answer which part of the town that was said before."""
    before = replace(so_far(own, call), is_talk=False)
    is_zip_for_town = before.town and place.isdecimal() and whom_it_makes(own, call, before).are_many
    said = part_of_town(own, call, before, place) if is_zip_for_town else Said(town=place)
    said = _without_address(own, call, said)
    found = what_was_found(whom_it_makes(own, call, said), said)
    if found.found is PlaceFound.UNKNOWN and is_talk(own.heard.speech):
        return _count(own, call, arrival, replace(before, is_talk=True), UNCLEAR)
    kept = replace(said, misses=before.misses + (found.found in MISSED))
    return _count(own, call, arrival, kept, found)


def _without_address(own: AtHand, call: CallFacts, said: Said) -> Said:
    """A street address that was said is not kept: the town is, and the districts that it decided, or the street."""
    found = whom_it_makes(own, call, said)
    if not found.resolution.has_street:
        return said
    decided = {one.person.geoid: one.how for one in found.in_turn if one.how in OF_A_PLACE}
    if decided:
        return replace(said, town=next(iter(found.resolution.towns), ""), settled=decided)
    street = street_in(said.town)
    place = said.town.replace(street, "", 1).strip(" ,")
    return with_street(own, call, replace(said, town=place, street=street))


def _count(own: AtHand, call: CallFacts, arrival: Arrival, said: Said, found: Facts) -> Situation:
    return replace(keep(own, call, arrival, said), facts=_told(said, found))


def _told(said: Said, found: Facts) -> Facts:
    """Whoever missed too often is told who can help; their last try is by keys."""
    if said.is_talk:
        return UNCLEAR
    left = MOST_MISSES - said.misses
    return replace(found, by_keys=left == 1) if left > 0 else NO_FACTS


def _unknown_code(own: AtHand, call: CallFacts, arrival: Arrival, zip_code: str) -> Situation:
    """Where these keys stand for nothing they may be a ZIP code, with its zero or without."""
    if zip_code:
        return _take(own, call, arrival, zip_code)
    said = Said(is_code=True, misses=so_far(own, call).misses + 1)
    return _count(own, call, arrival, said, UNKNOWN_CODE)


def take_choice(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """One of the representatives, or of the senators, that were read out."""
    said = so_far(own, call)
    found = whom_it_makes(own, call, said)
    chosen = found.candidates[:CHOICES][int(arrival.heard) - 1 : int(arrival.heard)]
    for person in chosen:
        said = replace(_no_street(said), district=person.geoid, settled=found.settled)
    return keep(own, call, arrival, said)


def _no_street(said: Said) -> Said:
    return replace(said, street="", number="", area="", streets=())


def take_place(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """One of the places that may have been meant."""
    said = so_far(own, call)
    names = whom_it_makes(own, call, said).resolution.towns[int(arrival.heard) - 1 : int(arrival.heard)]
    return keep(own, call, arrival, Said(town=names[0]) if names else said)


def want_senator(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """The senator instead of a seat where nobody can be called."""
    said = so_far(own, call)
    settled = whom_it_makes(own, call, said).settled
    return keep(own, call, arrival, replace(_no_street(said), wants_senator=True, settled=settled, district=""))


def what_came_of_it(own: AtHand, call: CallFacts, _rank: int) -> Facts:
    """For the words about a place: whom it makes, or what is still to be asked."""
    said = so_far(own, call)
    return _told(said, UNKNOWN_CODE if said.is_code else what_was_found(whom_it_makes(own, call, said), said))
