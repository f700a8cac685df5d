"""Never again: whoever asks for it is not called any more."""

from app.calls.shown.call import CallFacts
from app.calls.steps.arrival import Arrival, Situation
from app.calls.steps.at_hand import AtHand
from app.limits.numbers import DO_NOT_CALL, PHONE, never_call_again


def never_call(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """By the number that we keep; whoever dialed in is known by their caller ID alone."""
    kept, how = call.phone_encrypted, "keypad" if call.phone_encrypted else "hotline"
    number = own.vault.decrypt(kept, purpose=PHONE) if kept else own.heard.caller
    if number:
        never_call_again(own.session, own.vault.fingerprint(number, purpose=DO_NOT_CALL), how=how)
    return Situation(arrival, call)
