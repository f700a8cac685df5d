"""What a hold keeps and is due to be forgotten is sealed anew by its own key: the key of its day can end as usual."""

from collections.abc import Callable, Sequence
from datetime import datetime

import structlog
from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.calls.life.notes import NOTE
from app.guard.keys.days import PREFIX, day_begins
from app.guard.keys.folder import KeyOf
from app.guard.keys.holds import BEGINS, begins_by
from app.guard.phone_vault import PHONE, PhoneVault
from app.privacy.forget.notes import NOTE_IS_DUE
from app.privacy.forget.numbers import NUMBER_IS_DUE
from app.privacy.forget.times import NOTE as NOTE_KEPT
from app.privacy.forget.times import NUMBER_OF_A_CALL
from models import Call, CalledOffice, Feedback, LegalHold

log = structlog.get_logger()

AT_ONCE = 200


def seal_numbers(session: Session, vault: PhoneVault, now: datetime) -> int:
    """Some of the numbers that would be forgotten now; returns how many. From then on they are known by it, too."""
    names = _names(session, vault)
    readable = _is_readable(session, Call.phone_encrypted, vault, KeyOf.NUMBERS)
    due = select(Call).where(NUMBER_IS_DUE, Call.campaign_id.in_(names), readable).limit(AT_ONCE)
    then = {"then": now - NUMBER_OF_A_CALL}
    calls = session.scalars(due.with_for_update(skip_locked=True), then).all() if names else ()
    for call in calls:
        phone = vault.days.open(call.phone_encrypted or b"", KeyOf.NUMBERS, purpose=PHONE)
        name = names[call.campaign_id]
        call.phone_encrypted = vault.days.holds.seal(phone, name, purpose=PHONE) if phone else None
        call.phone_hash = vault.mark_in_hold(phone, name) if phone else None
    return len(calls)


def seal_notes(session: Session, vault: PhoneVault, now: datetime) -> int:
    """Some of the notes that would be forgotten now; returns how many."""
    names = _names(session, vault)
    due = (NOTE_IS_DUE, Call.campaign_id.in_(names), _is_readable(session, Feedback.note_sealed, vault, KeyOf.NOTES))
    told = select(Feedback, Call.campaign_id).join(CalledOffice, CalledOffice.id == Feedback.called_office_id)
    some = told.join(Call, Call.id == CalledOffice.call_id).where(*due).limit(AT_ONCE)
    some = some.with_for_update(skip_locked=True, of=Feedback)
    rows = session.execute(some, {"then": now - NOTE_KEPT}).all() if names else ()
    for note, campaign_id in rows:
        text = vault.days.open(note.note_sealed or b"", KeyOf.NOTES, purpose=NOTE)
        note.note_sealed = vault.days.holds.seal(text, names[campaign_id], purpose=NOTE) if text else None
        if note.redacted_at and note.note_sealed:  # else a restart would put there what the journal has of it
            vault.note_redacted(note.id, note.redacted_at, note.note_sealed)
    return len(rows)


SEALS: Sequence[Callable[[Session, PhoneVault, datetime], int]] = (seal_numbers, seal_notes)


def _names(session: Session, vault: PhoneVault) -> dict[int, str]:
    """Of each campaign that is held the name of its key; while that is missing, the keys of days stay instead.

    Nobody ends a hold, and its key, while something is sealed by it.
    """
    standing = select(LegalHold).where(LegalHold.ended_at.is_(None)).with_for_update(read=True)
    held = {hold.campaign_id: hold.key_name for hold in session.scalars(standing)}
    there = {campaign_id: name for campaign_id, name in held.items() if vault.days.holds.is_there(name)}
    if len(there) < len(held):
        log.error("hold_without_key", campaigns=sorted(held.keys() - there.keys()))
    return there


def _is_readable(
    session: Session, sealed: InstrumentedAttribute[bytes | None], vault: PhoneVault, of: KeyOf
) -> ColumnElement[bool]:
    """Whether it was sealed by the key of a day, or of a hold of before, that is still there."""
    folder = vault.days.folder
    days = [day_begins(name) for name in folder.names(of) if folder.read(of, name)]
    over = select(LegalHold.key_name).where(LegalHold.ended_at.is_not(None), ~LegalHold.is_key_gone)
    holds = [begins_by(name) for name in session.scalars(over) if vault.days.holds.is_there(name)]
    return or_(func.substr(sealed, 1, PREFIX).in_(days), func.substr(sealed, 1, BEGINS).in_(holds))
