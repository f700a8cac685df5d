"""Where a caller on the hotline lives: hear it, keep what they chose, tell what came of it."""

from dataclasses import replace

from app.calls.begin.code import join_by_code, may_try_code
from app.calls.shown.call import CallFacts
from app.calls.steps.acts.search import what_was_found, whom_it_makes
from app.calls.steps.acts.whom import agree
from app.calls.steps.arrival import Arrival, Situation
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import NO_FACTS, Facts
from app.calls.whom.said import Said
from voice_flows.outcomes import PlaceFound
from voice_flows.parts.hotline import CHOICES

CODE_DIGITS = 4
MISSED = frozenset({PlaceFound.UNKNOWN, PlaceFound.OUTSIDE})
UNKNOWN_CODE = Facts(found=PlaceFound.CODE_UNKNOWN)
MOST_MISSES = 2  # and then we say who can help


def hear_place(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Keep the ZIP code or town that was said, where one is asked for; a code of four digits joins a page."""
    heard = arrival.heard
    if heard.isdecimal() and len(heard) == CODE_DIGITS:
        return _join_page(own, call, arrival)
    if not own.words_of(call).whom_to_call.asks_place:
        return agree(own, call, replace(arrival, step="agreed"))
    before = Said.from_json(call.heard)
    is_zip_for_town = before.town and heard.isdecimal() and whom_it_makes(own, call, before).are_many
    said = replace(before, zip=heard) if is_zip_for_town else Said(town=heard)
    found = what_was_found(whom_it_makes(own, call, said))
    return _count(call, arrival, replace(said, misses=before.misses + (found.found in MISSED)), found)


def _count(call: CallFacts, arrival: Arrival, said: Said, found: Facts) -> Situation:
    """Whoever missed too often is told who can help."""
    return replace(_keep(call, arrival, said), facts=NO_FACTS if said.misses >= MOST_MISSES else found)


def _join_page(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    if _may_try(own, call) and _joins(own, call, arrival.heard):
        return Situation(replace(arrival, step="code_accepted"), call)
    said = Said(is_code=True, misses=Said.from_json(call.heard).misses + 1)
    return _count(call, arrival, said, UNKNOWN_CODE)


def _may_try(own: AtHand, call: CallFacts) -> bool:
    caller = own.heard.caller
    return call.rehearsal or may_try_code(own.session, own.vault, caller, call.campaign_id, own.clock())


def _joins(own: AtHand, call: CallFacts, code: str) -> bool:
    return join_by_code(own.session, call.id, call.campaign_id, code, own.clock())


def take_choice(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """One of the representatives, or of the senators, that were read out."""
    said = Said.from_json(call.heard)
    found = whom_it_makes(own, call, said)
    chosen = found.candidates[:CHOICES][int(arrival.heard) - 1 : int(arrival.heard)]
    for person in chosen:
        said = replace(said, district=person.geoid, settled=found.settled)
    return _keep(call, arrival, said)


def take_place(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """One of the places that may have been meant."""
    said = Said.from_json(call.heard)
    names = whom_it_makes(own, call, said).resolution.towns[int(arrival.heard) - 1 : int(arrival.heard)]
    return _keep(call, arrival, Said(town=names[0]) if names else said)


def want_senator(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """The senator instead of a seat where nobody can be called."""
    said = Said.from_json(call.heard)
    settled = whom_it_makes(own, call, said).settled
    return _keep(call, arrival, replace(said, wants_senator=True, settled=settled, district=""))


def _keep(call: CallFacts, arrival: Arrival, said: Said) -> Situation:
    """What was said so far is kept with the turn."""
    return Situation(arrival, replace(call, heard=said.to_json()))


def what_came_of_it(own: AtHand, call: CallFacts, _rank: int) -> Facts:
    """For the words about a place: whom it makes, or what is still to be asked."""
    said = Said.from_json(call.heard)
    if said.misses >= MOST_MISSES:
        return NO_FACTS
    if said.is_code:
        return UNKNOWN_CODE
    return what_was_found(whom_it_makes(own, call, said))
