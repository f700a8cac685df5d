"""What reaching a step means for its call: a status, a reason, a report; or news of the office's leg."""

from psycopg.types.json import Jsonb
from sqlalchemy import String
from sqlalchemy.dialects.postgresql import JSONB

from app.calls.life.carrier_events import Told, kept
from app.calls.life.changes import apply
from app.calls.life.legs import leg_told
from app.calls.life.reports import Report, told_by_key
from app.calls.life.status import CallState, Change, changing
from app.calls.shown.call import CallFacts
from app.calls.steps.at_hand import AtHand
from app.calls.steps.step import Meaning
from app.store.once import Once, param
from models import EventSource

# What was said on the way is kept with the turn.
_SAID = {
    "language": param("language", String),
    "heard": param("heard", JSONB),
}

_TURN = Once(changing(gate=kept, also=_SAID))
_BRIDGE_ENDED = Once(changing(leg_told, gate=kept, also=_SAID))
_TOLD_BY_KEY = Once(changing(told_by_key, gate=kept, also=_SAID))


def keep_turn(own: AtHand, call: CallFacts, turn: Told, rank: int, meaning: Meaning) -> CallState | None:
    """Write the turn down with what it means: one statement, and one more for the end of a bridge.

    Returns the call's new state, None where the turn was taken before. It changes the call's row in any case: so a
    copy that waits for the call knows that it has changed.
    """
    news = own.heard.news_of(rank)
    told = {**turn.values(), "language": call.language, "heard": Jsonb(call.heard) if call.heard is not None else None}
    if news:
        change = Change(news.means, EventSource.CARRIER, rank)
        return apply(own.connection, _BRIDGE_ENDED, call.id, change, **told, **news.values())
    change = Change(meaning.status, EventSource.KEYPAD, rank, meaning.reason)
    if meaning.reported:
        return apply(own.connection, _TOLD_BY_KEY, call.id, change, **told, **Report(meaning.reported).values())
    return apply(own.connection, _TURN, call.id, change, **told)
