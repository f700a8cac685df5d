"""An office asks to be called less, or no more: organizers are told, and decide."""

from app.calls.queue.complaints import Wish, tell_of_wish
from app.calls.shown.call import CallFacts
from app.calls.steps.arrival import Arrival, Situation
from app.calls.steps.at_hand import AtHand


def ask_for_less(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Fewer calls."""
    return _tell(own, call, arrival, Wish.LESS)


def ask_for_none(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """No calls any more."""
    return _tell(own, call, arrival, Wish.NONE)


def _tell(own: AtHand, call: CallFacts, arrival: Arrival, wish: Wish) -> Situation:
    """By caller ID, which anybody may claim: so nothing is changed by it, and somebody should call the office."""
    if not call.rehearsal:
        tell_of_wish(own.session, own.heard.caller, own.words_of(call).subject, wish, own.clock())
    return Situation(arrival, call)
