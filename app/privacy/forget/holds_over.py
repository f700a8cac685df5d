"""A hold is over: who asked meanwhile is forgotten first, the rest by the clock as ever, and its key comes last."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.calls.forgetting.number import forget_calls
from app.calls.held import is_held
from app.guard.keys.holds import BEGINS, HoldKeys, ToldOfHold, begins_by
from app.privacy.forget.along import Along
from models import AskedWhileHeld, Call, Feedback, LegalHold

AT_ONCE = 200


def forget_asked(session: Session, now: datetime, along: Along) -> int:  # noqa: ARG001 - a step is told the time
    """Some calls of those who asked for it while a hold kept them; returns how many."""
    theirs = select(Call.id, Call.ended_at).join(AskedWhileHeld).where(~is_held(Call.campaign_id), Call.id > along.id)
    some = theirs.order_by(Call.id).limit(AT_ONCE).with_for_update(skip_locked=True)
    calls = session.execute(some).all()
    along.id = max((call.id for call in calls), default=along.id)
    ids = [call.id for call in calls]
    forget_calls(session, ids, [call.id for call in calls if call.ended_at])
    session.execute(delete(AskedWhileHeld).where(AskedWhileHeld.call_id.in_(ids)))
    return len(calls)


def destroy_keys_of_holds(session: Session, keys: HoldKeys) -> int:
    """Those of holds that are over, once nothing is sealed by them that is still to be there; returns how many."""
    over = (LegalHold.ended_at.is_not(None), ~LegalHold.is_key_gone)
    return sum(_destroyed(session, keys, hold) for hold in session.scalars(select(LegalHold).where(*over)).all())


def _destroyed(session: Session, keys: HoldKeys, hold: LegalHold) -> bool:
    if _is_needed(session, hold):
        return False
    keys.tell(hold.key_name, ToldOfHold(hold.campaign_id, hold.until, is_over=True))  # first: a restore must know it
    keys.destroy(hold.key_name)
    hold.is_key_gone = True
    return True


def _is_needed(session: Session, hold: LegalHold) -> bool:
    """Whether something is still sealed by it: all of that is due, or a new hold takes it, so it is not for long."""
    kept = (Call.phone_encrypted, Feedback.note_sealed)
    return any(session.scalar(select(exists().where(_sealed_by(column, hold.key_name)))) for column in kept)


def _sealed_by(sealed: InstrumentedAttribute[bytes | None], name: str) -> ColumnElement[bool]:
    return and_(sealed.is_not(None), func.substr(sealed, 1, BEGINS) == begins_by(name))
