"""Never again, and forgotten: by a key on a call that we placed; by a caller ID alone only peace, and for a day."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import CTE

from app.calls.begin.call_back import Wanted, call_back
from app.calls.forgetting.number import forget_number
from app.calls.life.status import Beside
from app.calls.shown.call import CallFacts
from app.calls.steps.arrival import Arrival, Further, Situation
from app.calls.steps.at_hand import AtHand
from app.calls.steps.means import keeping
from app.guard.phone_vault import DO_NOT_CALL
from app.limits.numbers import A_DAY, never_called, no_peace, number_of
from app.limits.rings.number import ring_limits
from models import CallSource, HowBlocked


def never_call(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """By the number that we rang: for good."""
    number = _rang(own, call)
    return _listed(own, Situation(arrival, call), number, how=HowBlocked.KEY_9)


def _rang(own: AtHand, call: CallFacts) -> str | None:
    """The number that we rang; as the carrier says it where it was forgotten since, or its key is gone."""
    return (number_of(own.vault, call.phone_encrypted) or own.heard.rang) if call.was_placed else None


def leave_for_a_day(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """By the caller ID of whoever dialed in."""
    return _listed(own, Situation(arrival, call), own.heard.caller, how=HowBlocked.CALLER_ID, until=own.clock() + A_DAY)


def _listed(
    own: AtHand, there: Situation, number: str | None, *, how: HowBlocked, until: datetime | None = None
) -> Situation:
    if number is None:
        return there
    mark = own.vault.fingerprint(number, purpose=DO_NOT_CALL)
    if there.call and not there.call.rehearsal:
        own.vault.note_refused(mark, how=how, until=until)
    listed = {"do_not_call": mark, "how": how.value, "until": until}
    return replace(there, further=Further(_LISTED, listed))


def _never_called(call: CTE) -> Beside:
    return Beside((never_called(call),))


_LISTED = keeping(_never_called)


def ring_back(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Ring the number that was claimed, if it may be rung: whoever answers there decides."""
    return rung_back(own, call, arrival, CallSource.CALL_BACK, "cannot_ring_back")


def rung_back(own: AtHand, call: CallFacts, arrival: Arrival, source: CallSource, otherwise: str) -> Situation:
    """The same for whatever its owner is to be asked; to the step `otherwise` where it is not rung now."""
    may = call.rehearsal or (own.heard.caller is not None and call_back(own.session, _wanted(own, call, source)))
    return Situation(arrival if may else replace(arrival, step=otherwise), call)


def _wanted(own: AtHand, call: CallFacts, source: CallSource) -> Wanted:
    return Wanted(
        campaign_id=call.campaign_id,
        campaign_version=call.campaign_version,
        language=call.language,
        more_time=call.more_time,
        phone=own.heard.caller or "",
        vault=own.vault,
        now=own.clock(),
        rings=ring_limits(own.settings),
        keeps_hours=not own.settings.always_open,
        source=source,
    )


def not_asked(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Of whom only their caller ID asked for peace is rung as before."""
    number = _rang(own, call)
    if number:
        no_peace(own.session, number, own.vault)
    return Situation(arrival, call)


def ring_to_forget(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """Ring the number that is to be forgotten, if it may be rung: whoever answers there decides."""
    return rung_back(own, call, arrival, CallSource.FORGETTING, "cannot_ring_to_forget")


def forget(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """All that leads to the number that we rang; whoever has it hears of what a legal hold keeps."""
    number = _rang(own, call)
    done = forget_number(own.session, own.vault, number) if number else None
    return Situation(replace(arrival, step="forgotten_but_held") if done and done.held else arrival, call)
