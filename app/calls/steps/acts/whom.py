"""Whom a call to the hotline reaches for: as the place makes it."""

from dataclasses import replace

from app.calls.life.giving import gives_offices, offices_given
from app.calls.shown.call import CallFacts
from app.calls.steps.acts.search import what_was_found, whom_it_makes
from app.calls.steps.acts.so_far import so_far
from app.calls.steps.arrival import Arrival, Further, Situation
from app.calls.steps.at_hand import AtHand
from app.calls.steps.facts import Facts
from app.calls.steps.means import keeping
from voice_flows.parts.hotline import LANGUAGE_KEYS


def speak_their_language(_own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """From now on in the language that was chosen, if one was."""
    return Situation(arrival, replace(call, language=LANGUAGE_KEYS.get(arrival.heard, call.language)))


def agree(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Write down whom this call reaches for, or find out why there is nobody."""
    said = so_far(own, call)
    found = whom_it_makes(own, call, said)
    told = what_was_found(found, said)
    if not found.offices:
        return Situation(arrival, call, Facts(passed_over=told.passed_over, passed_over_why=told.passed_over_why))
    given = None if call.every_office else Further(_AGREED, offices_given(found.offices, found.town))
    decided = replace(call, heard=None)  # their offices say whom that makes, and what decided it
    return Situation(arrival, decided, Facts(representative=told.representative), given)


_AGREED = keeping(gives_offices)
