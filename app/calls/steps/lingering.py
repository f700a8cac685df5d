"""How long a call may take before an office is on the line: so many turns and minutes, but for waiting in a line."""

from datetime import timedelta

from sqlalchemy import DateTime, Interval, String, func, literal, select

from app.calls.life.carrier_events import TURN
from app.calls.life.status import CALL_ID
from app.calls.shown.call import CallFacts
from app.calls.steps.at_hand import AtHand
from app.store.once import Once
from models import CallStatus, CarrierEvent
from voice_flows.known import patience_for

IN_LINE = "waits_turn"
CONNECTED = frozenset({CallStatus.CONNECTING, CallStatus.TALKING, CallStatus.ASKING})
NOTHING = timedelta()


def lingers(own: AtHand, call: CallFacts, turn: int) -> bool:
    """Whether the call takes longer than anybody needs; one statement where it might."""
    patience = patience_for(more_time=call.more_time)
    turns, time = own.settings.hotline_turns * patience, timedelta(minutes=own.settings.hotline_minutes) * patience
    lasts = call.lasts(own.clock())
    if _was_connected(call) or (turn < turns and lasts < time):
        return False
    waited = _WAITED.rows(own.connection, call_id=call.id)[0]
    return bool(turn - waited["turns"] >= turns or lasts - waited["time"] >= time)


def _was_connected(call: CallFacts) -> bool:
    return call.rehearsal or call.status in CONNECTED or any(office.leg_status for office in call.offices)


def _waited() -> Once:
    """How many turns it stood in a line, and how long."""
    following = func.lead(CarrierEvent.at, 1, func.now(), type_=DateTime(timezone=True)).over(order_by=CarrierEvent.at)
    its = (CarrierEvent.call_id == CALL_ID, CarrierEvent.kind == literal(TURN, String))
    turns = select(CarrierEvent.name, (following - CarrierEvent.at).label("time")).where(*its).subquery()
    time = func.coalesce(func.sum(turns.c.time), literal(NOTHING, Interval), type_=Interval)
    told = select(func.count().label("turns"), time.label("time")).select_from(turns)
    return Once(lambda: told.where(turns.c.name == IN_LINE))


_WAITED = _waited()
