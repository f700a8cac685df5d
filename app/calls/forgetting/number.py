"""Forgets all that leads to a number, at once: what is left is of nobody, or keeps its phone from ringing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ARRAY, DateTime, LargeBinary, Select, and_, bindparam, cast, delete, func, or_, select, update
from sqlalchemy.orm import Session

from app.calls.later.slots import give_slot_back
from app.calls.life.status import move_call
from app.guard.phone_vault import PhoneVault
from models import OF_A_NOTE, Call, CalledOffice, CallStatus, CarrierEvent, Consent, EndReason, EventSource, Feedback

ALL_THERE_ARE = datetime(9999, 1, 1, tzinfo=UTC)  # whatever clock a call was placed by
NOT_RUNG_YET = frozenset({CallStatus.SCHEDULED, CallStatus.REQUESTED})


@dataclass(frozen=True)
class Forgotten:
    """How much there was: calls that knew the number, those of them that were still to be rung, and their notes."""

    calls: int = 0
    canceled: int = 0
    notes: int = 0


def forget_number(session: Session, vault: PhoneVault, phone: str) -> Forgotten:
    """Of every call that still knows the number; whoever was to be rung is not.

    What came of those calls stays, of nobody any more. So do the marks that keep a phone from ringing: they protect
    whoever has it from others who type its number.
    """
    marks = vault.marks(phone).held
    vault.note_forgotten(*marks)
    return forget_marked(session, dict.fromkeys(marks, ALL_THERE_ARE))


def forget_marked(session: Session, marks: Mapping[bytes, datetime]) -> Forgotten:
    """The same of whoever calls know by one of these marks, of calls until the time that stands with it."""
    calls = session.execute(_THEIRS, {"marks": list(marks), "untils": list(marks.values())}).all()
    canceled = sum(_cancel(session, one.id) for one in calls if one.status in NOT_RUNG_YET)
    ids, over = [one.id for one in calls], [one.id for one in calls if one.ended_at]
    if not ids:
        return Forgotten()
    offices = select(CalledOffice.id).where(CalledOffice.call_id.in_(ids))
    noted = (Feedback.called_office_id.in_(offices), Feedback.note_sealed.is_not(None))
    notes = session.execute(
        update(Feedback).where(*noted).values(dict.fromkeys(OF_A_NOTE)).returning(Feedback.id)
    ).all()
    session.execute(update(Consent).where(Consent.call_id.in_(ids)).values(phone_sealed=None))
    session.execute(delete(CarrierEvent).where(CarrierEvent.call_id.in_(over)))
    session.execute(update(Call).where(Call.id.in_(ids)).values(phone_encrypted=None, phone_hash=None))
    return Forgotten(len(calls), canceled, len(notes))


_MARKED = (
    func.unnest(cast(bindparam("marks"), ARRAY(LargeBinary)), cast(bindparam("untils"), ARRAY(DateTime(timezone=True))))
    .table_valued("mark", "until")
    .render_derived()
)


def _theirs() -> Select[int, CallStatus, datetime | None]:
    """Calls that know these numbers: an index has those under way, another those that are over."""
    mine = and_(Call.phone_hash == _MARKED.c.mark, Call.created_at <= _MARKED.c.until)
    either = or_(and_(mine, Call.ended_at.is_(None)), and_(mine, Call.ended_at.is_not(None)))
    found = select(Call.id, Call.status, Call.ended_at).join(_MARKED, either)
    return found.order_by(Call.id).with_for_update(key_share=True, of=Call)


_THEIRS = _theirs()


def _cancel(session: Session, call_id: int) -> bool:
    is_new = move_call(
        session, call_id, CallStatus.CANCELED, source=EventSource.KEYPAD, reason=EndReason.CANCELED_BY_PHONE
    )
    if is_new:
        give_slot_back(session, call_id)
    return bool(is_new)
