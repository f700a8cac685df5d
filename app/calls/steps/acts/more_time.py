"""More time: whoever asks for it is waited for longer, until their call ends."""

from dataclasses import replace

from sqlalchemy import update

from app.calls.shown.call import CallFacts
from app.calls.steps.arrival import Arrival, Situation
from app.calls.steps.at_hand import AtHand
from models import Call


def wait_longer(own: AtHand, call: CallFacts, arrival: Arrival) -> Situation:
    """From now on. Asking again changes nothing: so no event is kept, which would tell afterwards who asked."""
    asked = update(Call).where(Call.id == call.id, Call.ended_at.is_(None)).values(more_time=True)
    own.connection.execute(asked)
    return Situation(arrival, replace(call, more_time=True))
