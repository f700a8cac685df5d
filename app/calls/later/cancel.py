"""How somebody on the phone cancels a call that was agreed on."""

from sqlalchemy.orm import Session

from app.calls.later.slots import give_slot_back
from app.calls.life.status import move_call
from models import CallStatus, EndReason, EventSource


def cancel_booked(session: Session, call_id: int) -> None:
    """Do not ring them at the agreed time."""
    if move_call(session, call_id, CallStatus.CANCELED, source=EventSource.KEYPAD, reason=EndReason.CANCELED_BY_PHONE):
        give_slot_back(session, call_id)
