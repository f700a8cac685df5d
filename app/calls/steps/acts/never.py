"""Never again: whoever asks for it is not called any more."""

from sqlalchemy import CTE

from app.calls.life.status import Beside
from app.calls.shown.call import CallFacts
from app.calls.steps.arrival import Arrival, Further, Situation
from app.calls.steps.at_hand import AtHand
from app.calls.steps.means import keeping
from app.limits.numbers import DO_NOT_CALL, PHONE, never_called


def never_call(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """By the number that we keep; whoever dialed in is known by their caller ID alone."""
    kept, how = call.phone_encrypted, "keypad" if call.phone_encrypted else "hotline"
    number = own.vault.decrypt(kept, purpose=PHONE) if kept else own.heard.caller
    if not number:
        return Situation(arrival, call)
    listed = {"do_not_call": own.vault.fingerprint(number, purpose=DO_NOT_CALL), "how": how}
    return Situation(arrival, call, further=Further(_LISTED, listed))


def _never_called(call: CTE) -> Beside:
    return Beside((never_called(call),))


_LISTED = keeping(_never_called)
