"""Forgets the notes to offices, and what organizers did with them; what was told beside them, and counted, stays."""

from datetime import datetime

from sqlalchemy import DateTime, and_, bindparam, select, update
from sqlalchemy.orm import Session

from app.calls.held import is_of_held_office
from app.privacy.forget.along import Along
from app.privacy.forget.times import NOTE
from models import OF_A_NOTE, Feedback

AT_ONCE = 500

_THEN = bindparam("then", type_=DateTime(timezone=True))
NOTE_IS_DUE = and_(Feedback.note_sealed.is_not(None), Feedback.created_at <= _THEN)
_IS_FREE = ~is_of_held_office(Feedback.called_office_id)
_DUE = select(Feedback.id).where(NOTE_IS_DUE, _IS_FREE).order_by(Feedback.created_at, Feedback.id)
_FORGET = update(Feedback).values(dict.fromkeys(OF_A_NOTE)).returning(Feedback.created_at, Feedback.id)


def forget_notes(session: Session, now: datetime, along: Along) -> int:
    """Some of those that are due, and that no hold keeps; returns how many."""
    some = _DUE.where(along.follows(Feedback.created_at, Feedback.id)).limit(AT_ONCE).with_for_update(skip_locked=True)
    forgotten = session.execute(_FORGET.where(Feedback.id.in_(some)), {"then": now - NOTE}).all()
    along.comes_to((it.created_at, it.id) for it in forgotten)
    return len(forgotten)
