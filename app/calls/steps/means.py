"""What reaching a step means for its call: a status, a reason, a report; or news of the office's leg."""

from collections.abc import Callable, Mapping

from sqlalchemy import CTE, String
from sqlalchemy.dialects.postgresql import JSONB

from app.calls.consent import agreeing, agrees
from app.calls.life.carrier_events import Told, kept
from app.calls.life.changes import apply, keep_bridge_end
from app.calls.life.derived import derived_values
from app.calls.life.reports import Report, told_by_key
from app.calls.life.status import AS_READ, CallState, Change, KnownState, Part, changing, changing_known
from app.calls.shown.call import CallFacts
from app.calls.steps.arrival import Situation
from app.calls.steps.at_hand import AtHand
from app.calls.steps.step import Meaning
from app.limits.numbers import number_of
from app.store.once import Once, as_json, param
from app.store.rows import by_name
from models import CallStatus, EventSource, ReportedOutcome

# What was said on the way is kept with the turn.
_SAID = {
    "language": param("language", String),
    "heard": param("heard", JSONB),
}


def keeping(*parts: Part, gate: Callable[[CTE], CTE] = kept) -> Once:
    """The statement that writes a turn down, and what its parts write."""
    return Once(lambda: changing(*parts, gate=gate, also=_SAID))


_TURN, _TOLD_BY_KEY = keeping(), keeping(told_by_key)
_BRIDGE_ENDED = Once(lambda: changing(also={**_SAID, **derived_values()}))

# Of a call that was read without a lock: void where somebody changed it since then.
_KNOWN_TOLD_BY_KEY = Once(lambda: changing(told_by_key, gate=kept, only_if=(AS_READ,), also=_SAID))
_KNOWN_MOVES = Once(lambda: changing_known(moves=True, beside=lambda after: (kept(after),)))
_KNOWN_STAYS = Once(lambda: changing_known(moves=False, beside=lambda after: (kept(after),)))

# That 1 was pressed is what a supporter agrees by.
_AGREES = keeping(agrees)
_KNOWN_AGREES = Once(lambda: changing_known(moves=True, beside=lambda after: (kept(after), *agrees(after).written)))
BEFORE_KEY_1 = frozenset({CallStatus.DIALING, CallStatus.RINGING, CallStatus.ANSWERED})


def keep_turn(own: AtHand, there: Situation, turn: Told, meaning: Meaning) -> CallState | None:
    """Write the turn down with what it means: one statement, and one more for the end of a bridge.

    Returns the call's new state, None where the turn was taken before, or the call is not the one that is known. It
    changes the call's row in any case: so a copy that waits for the call knows that it has changed.
    """
    call, rank = there.call, there.arrival.rank
    said = {"language": call.language, "heard": as_json(call.heard) if call.heard is not None else None}
    news = own.heard.news_of(rank)
    if news and not there.further:
        change = Change(news.means, EventSource.CARRIER, rank)
        is_new = keep_bridge_end(own.connection, call.id, turn, news)
        return apply(own.connection, _BRIDGE_ENDED, call.id, change, **said) if is_new else None
    change = Change(meaning.status, EventSource.KEYPAD, rank, meaning.reason)
    return _keep(own, there, change, meaning.reported, {**turn.values(), **said, "version": call.version})


def _keep(
    own: AtHand, there: Situation, change: Change, reported: ReportedOutcome | None, told: Mapping[str, object]
) -> CallState | None:
    call, further = there.call, there.further
    if further:
        return apply(own.connection, further.statement, call.id, change, **told, **further.values)
    if reported:
        statement = _KNOWN_TOLD_BY_KEY if call.version else _TOLD_BY_KEY
        return apply(own.connection, statement, call.id, change, **told, **Report(reported).values())
    phone = number_of(own.vault, call.phone_encrypted) if call.agreed_in and _is_key_1(call, change) else None
    if phone:
        statement = _KNOWN_AGREES if call.version else _AGREES
        return _kept(own, statement, call, change, {**told, **agreeing(phone, own.vault)})
    if call.version:
        return _keep_known(own, call, change, told)
    return apply(own.connection, _TURN, call.id, change, **told)


def _is_key_1(call: CallFacts, change: Change) -> bool:
    return change.status is CallStatus.ACCEPTED and call.status in BEFORE_KEY_1


def _keep_known(own: AtHand, call: CallFacts, change: Change, told: Mapping[str, object]) -> CallState | None:
    """A turn that does nothing else: what was said so far stays as it was."""
    statement = _KNOWN_MOVES if change.moves(call.status, call.at) else _KNOWN_STAYS
    return _kept(own, statement, call, change, told)


def _kept(
    own: AtHand, statement: Once, call: CallFacts, change: Change, told: Mapping[str, object]
) -> CallState | None:
    """By a statement of a call that is known where it is, else by one that reads it."""
    if not call.version:
        return apply(own.connection, statement, call.id, change, **told)
    row = statement.row(own.connection, call_id=call.id, was=call.status, **change.values(), **told)
    return by_name(KnownState, row) if row else None
