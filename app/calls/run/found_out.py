"""Calls of which nothing was heard since all web servers had been away: their pages say that we are finding out."""

from datetime import timedelta

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from models import IN_FLIGHT, Call, CallStatus, WebHeartbeat

HEARTBEAT = 1  # the one row
_CARRIER_TELLS = IN_FLIGHT - {CallStatus.REQUESTED}
_BACK_AT = select(WebHeartbeat.back_at).where(WebHeartbeat.id == HEARTBEAT).scalar_subquery()


def is_being_found_out() -> ColumnElement[bool]:
    """Beside a call: whether that is so."""
    return Call.status.in_(_CARRIER_TELLS) & (func.greatest(Call.status_since, Call.checked_at) <= _BACK_AT)


def was_found_out(session: Session, call_id: int) -> None:
    """The carrier answered what became of it."""
    later = _BACK_AT + timedelta(milliseconds=1)
    answered = update(Call).where(Call.id == call_id, is_being_found_out()).values(checked_at=later)
    session.execute(answered, execution_options={"synchronize_session": False})
