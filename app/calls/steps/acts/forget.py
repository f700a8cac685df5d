"""Forgotten: by a key on a call that we placed; by a caller ID alone, which anybody may claim, never."""

from app.calls.forgetting.number import forget_number
from app.calls.shown.call import CallFacts
from app.calls.steps.acts.never import rung_back
from app.calls.steps.arrival import Arrival, Situation
from app.calls.steps.at_hand import AtHand
from app.limits.numbers import number_of
from models import CallSource


def ring_to_forget(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Ring the number that was claimed, if it may be rung: whoever answers there decides."""
    return rung_back(own, call, arrival, CallSource.FORGETTING, "cannot_ring_to_forget")


def forget(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """All that leads to the number that we rang."""
    number = number_of(own.vault, call.phone_encrypted) if call.was_placed else None
    if number:
        forget_number(own.session, own.vault, number)
    return Situation(arrival, call)
