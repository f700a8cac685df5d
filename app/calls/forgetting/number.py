"""Forgets all that leads to a number, at once: what is left is of nobody, or keeps its phone from ringing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import ARRAY, DateTime, LargeBinary, Select, and_, bindparam, cast, delete, func, or_, select, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.calls.held import HELD_OF
from app.calls.later.slots import give_slot_back
from app.calls.life.status import move_call
from app.guard.phone_vault import PhoneVault
from app.store.rows import by_name
from models import (
    OF_A_NOTE,
    AskedWhileHeld,
    Call,
    CalledOffice,
    CallStatus,
    CarrierEvent,
    Consent,
    EndReason,
    EventSource,
    Feedback,
    LegalHold,
)

ALL_THERE_ARE = datetime(9999, 1, 1, tzinfo=UTC)  # whatever clock a call was placed by
NOT_RUNG_YET = frozenset({CallStatus.SCHEDULED, CallStatus.REQUESTED})


@dataclass(frozen=True)
class HeldCalls:
    """How many calls of a campaign a legal hold keeps, and until which day, unless it is prolonged."""

    campaign_id: int
    calls: int
    until: date


@dataclass(frozen=True)
class Forgotten:
    """How much there was: calls that knew the number, those of them that were still to be rung, and their notes.

    What is `held` is none of them: it is forgotten once the hold is over.
    """

    calls: int = 0
    canceled: int = 0
    notes: int = 0
    held: tuple[HeldCalls, ...] = ()


def forget_number(session: Session, vault: PhoneVault, phone: str) -> Forgotten:
    """Of every call that still knows the number; whoever was to be rung is not.

    What came of those calls stays, of nobody any more. So do the marks that keep a phone from ringing: they protect
    whoever has it from others who type its number. Calls that a legal hold keeps are forgotten once that is over.
    """
    marks = vault.marks(phone).held + vault.marks_in_holds(phone)
    vault.note_forgotten(*marks)
    return forget_marked(session, dict.fromkeys(marks, ALL_THERE_ARE))


def forget_marked(session: Session, marks: Mapping[bytes, datetime]) -> Forgotten:
    """The same of whoever calls know by one of these marks, of calls until the time that stands with it."""
    rows = session.execute(_THEIRS, {"marks": list(marks), "untils": list(marks.values())}).mappings()
    calls = [by_name(_Theirs, row) for row in rows]
    canceled = sum(_cancel(session, one.id) for one in calls if one.status in NOT_RUNG_YET)
    kept = [one for one in calls if one.until]
    _once_it_is_over(session, [one.id for one in kept])
    free = [one for one in calls if not one.until]
    notes = forget_calls(session, [one.id for one in free], [one.id for one in free if one.ended_at])
    return Forgotten(len(free), canceled, notes, _counted(kept))


def forget_calls(session: Session, ids: Sequence[int], over: Sequence[int]) -> int:
    """All that leads to a number in these calls, of which some are over; returns how many notes there were."""
    if not ids:
        return 0
    offices = select(CalledOffice.id).where(CalledOffice.call_id.in_(ids))
    noted = (Feedback.called_office_id.in_(offices), Feedback.note_sealed.is_not(None))
    notes = session.execute(
        update(Feedback).where(*noted).values(dict.fromkeys(OF_A_NOTE)).returning(Feedback.id)
    ).all()
    session.execute(update(Consent).where(Consent.call_id.in_(ids)).values(phone_sealed=None))
    session.execute(delete(CarrierEvent).where(CarrierEvent.call_id.in_(over)))
    session.execute(update(Call).where(Call.id.in_(ids)).values(phone_encrypted=None, phone_hash=None))
    return len(notes)


@dataclass(frozen=True)
class _Theirs:
    """A call that knows the number; `until` when a legal hold keeps it, None where none does."""

    id: int
    status: CallStatus
    ended_at: datetime | None
    campaign_id: int
    until: date | None


def _once_it_is_over(session: Session, ids: Sequence[int]) -> None:
    if ids:
        new = insert(AskedWhileHeld).values([{"call_id": call_id} for call_id in ids])
        session.execute(new.on_conflict_do_nothing())


def _counted(kept: Sequence[_Theirs]) -> tuple[HeldCalls, ...]:
    until = {one.campaign_id: one.until for one in kept}
    return tuple(
        HeldCalls(campaign_id, sum(one.campaign_id == campaign_id for one in kept), day)
        for campaign_id, day in sorted(until.items())
        if day
    )


_MARKED = (
    func.unnest(cast(bindparam("marks"), ARRAY(LargeBinary)), cast(bindparam("untils"), ARRAY(DateTime(timezone=True))))
    .table_valued("mark", "until")
    .render_derived()
)


def _theirs() -> Select[int, CallStatus, datetime | None, int, date]:
    """Calls that know these numbers: an index has those under way, another those that are over."""
    mine = and_(Call.phone_hash == _MARKED.c.mark, Call.created_at <= _MARKED.c.until)
    either = or_(and_(mine, Call.ended_at.is_(None)), and_(mine, Call.ended_at.is_not(None)))
    told = select(Call.id, Call.status, Call.ended_at, Call.campaign_id, LegalHold.until).join(_MARKED, either)
    standing = and_(LegalHold.campaign_id == Call.campaign_id, LegalHold.ended_at.is_(None), HELD_OF)
    return told.outerjoin(LegalHold, standing).order_by(Call.id).with_for_update(key_share=True, of=Call)


_THEIRS = _theirs()


def _cancel(session: Session, call_id: int) -> bool:
    is_new = move_call(
        session, call_id, CallStatus.CANCELED, source=EventSource.KEYPAD, reason=EndReason.CANCELED_BY_PHONE
    )
    if is_new:
        give_slot_back(session, call_id)
    return bool(is_new)
