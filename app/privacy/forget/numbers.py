"""Forgets supporters' numbers: a day after their call ended, at once where it was agreed on or they dialed in."""

from datetime import datetime

from sqlalchemy import DateTime, and_, bindparam, or_, select, update
from sqlalchemy.orm import Session

from app.calls.held import is_number_held
from app.privacy.forget.along import Along
from app.privacy.forget.times import NUMBER_OF_A_CALL
from models import Call, CallSource

AT_ONCE = 500

_OVER = or_(
    Call.ended_at <= bindparam("then", type_=DateTime(timezone=True)),
    Call.ring_at.is_not(None),
    Call.source == CallSource.HOTLINE,
)
# With `then` as a parameter.
NUMBER_IS_DUE = and_(Call.phone_encrypted.is_not(None), Call.ended_at.is_not(None), _OVER)
_DUE = select(Call.id).where(NUMBER_IS_DUE, ~is_number_held()).order_by(Call.ended_at, Call.id)
_FORGET = update(Call).values(phone_encrypted=None, phone_hash=None).returning(Call.ended_at, Call.id)


def forget_numbers(session: Session, now: datetime, along: Along) -> int:
    """Some of those that are due, and that no hold keeps; returns how many."""
    some = _DUE.where(along.follows(Call.ended_at, Call.id)).limit(AT_ONCE).with_for_update(skip_locked=True)
    forgotten = session.execute(_FORGET.where(Call.id.in_(some)), {"then": now - NUMBER_OF_A_CALL}).all()
    along.comes_to((it.ended_at, it.id) for it in forgotten)
    return len(forgotten)
