"""The street of a caller on the hotline, in a split town: heard, agreed on by name, and gone once it has decided."""

from dataclasses import replace

from app.calls.shown.call import CallFacts
from app.calls.steps.acts.search import part_of_town, whom_it_makes
from app.calls.steps.acts.so_far import keep, so_far
from app.calls.steps.arrival import Arrival, Situation
from app.calls.steps.at_hand import AtHand
from app.calls.whom.said import Said
from app.calls.whom.spoken import only_a_zip, street_as_typed
from app.representatives import streets_keyed, streets_said
from voice_flows.numbers.zip_said import FIRST

MOST_MISSES = 2  # and then we go on without a street


def hear_street(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """The streets that may be theirs, by the first letters or by the name; a ZIP code is taken too."""
    said, keys = so_far(own, call), own.heard.keys
    is_digits = not keys or keys.startswith(FIRST)  # no letter stands on that key
    zip_code = only_a_zip(arrival.heard, call.language) if is_digits else ""
    if zip_code:
        return keep(own, call, arrival, part_of_town(own, call, said, zip_code))
    towns = whom_it_makes(own, call, said).resolution.towns
    words = street_as_typed(arrival.heard, call.language)
    heard = streets_keyed(towns, keys) if keys else streets_said(towns, words)
    if not heard.names:
        return keep(own, call, arrival, _missed(said))
    return keep(own, call, arrival, replace(said, streets=heard.names, number=heard.number))


def agree_on_street(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """One of the streets that were read out."""
    said = so_far(own, call)
    for street in said.streets[int(arrival.heard) - 1 : int(arrival.heard)]:
        said = replace(said, street=street, streets=())
    return _decided(own, call, arrival, said)


def ask_again(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """None of those: one more try, by letters."""
    return keep(own, call, arrival, _missed(replace(so_far(own, call), streets=(), number="")))


def skip_street(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """On without a street, or with what is known of it."""
    return keep(own, call, arrival, replace(so_far(own, call), streets=(), skips_street=True))


def hear_house(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """The house number; whatever else was keyed is none, and so is one near a line: on with whoever is left."""
    number = arrival.heard if arrival.heard.isdecimal() else ""
    return _decided(own, call, arrival, replace(so_far(own, call), number=number, skips_street=not number))


def pick_area(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """One of the parts of town that have such a street."""
    said = so_far(own, call)
    answer = whom_it_makes(own, call, said).street
    for area in answer.areas[int(arrival.heard) - 1 : int(arrival.heard)] if answer else ():
        said = replace(said, area=area)
    return _decided(own, call, arrival, said)


def _missed(said: Said) -> Said:
    misses = said.street_misses + 1
    return replace(said, street_misses=misses, skips_street=misses >= MOST_MISSES)


def _decided(own: AtHand, call: CallFacts, arrival: Arrival, said: Said) -> Situation:
    return keep(own, call, arrival, with_street(own, call, said))


def with_street(own: AtHand, call: CallFacts, said: Said) -> Said:
    """Where the street decides, the district alone; where there is none of that name, those that may be meant."""
    found = whom_it_makes(own, call, said)
    if found.in_turn:
        return Said(said.town, settled=found.decided, misses=said.misses)
    answer = found.street
    if answer is None or answer.street:
        return said
    number = "" if answer.number is None else str(answer.number)
    return replace(said, street="", streets=answer.meant, number=number)
