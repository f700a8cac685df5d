"""What a hold keeps and is due to be forgotten is sealed anew by its own key: the key of its day can end as usual."""

from collections.abc import Callable, Sequence
from datetime import datetime

import structlog
from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.calls.held import HELD_OF
from app.calls.life.notes import NOTE
from app.guard.keys.days import PREFIX, day_begins
from app.guard.keys.folder import KeyOf
from app.guard.keys.holds import BEGINS, begins_by
from app.guard.phone_vault import PHONE, PhoneVault
from app.privacy.forget.along import Along
from app.privacy.forget.notes import NOTE_IS_DUE
from app.privacy.forget.numbers import NUMBER_IS_DUE
from app.privacy.forget.times import NOTE as NOTE_KEPT
from app.privacy.forget.times import NUMBER_OF_A_CALL
from models import Call, CalledOffice, Feedback, LegalHold

log = structlog.get_logger()

AT_ONCE = 200


def seal_numbers(session: Session, vault: PhoneVault, now: datetime, along: Along) -> int:
    """Some of the numbers that would be forgotten now; returns how many. From then on they are known by it, too."""
    names = _names(session, vault)
    due = (
        NUMBER_IS_DUE,
        HELD_OF,
        Call.campaign_id.in_(names),
        _is_readable(session, Call.phone_encrypted, vault, KeyOf.NUMBERS),
    )
    some = select(Call).where(*due, along.follows(Call.ended_at, Call.id)).order_by(Call.ended_at, Call.id)
    some = some.limit(AT_ONCE).with_for_update(skip_locked=True)
    calls = session.scalars(some, {"then": now - NUMBER_OF_A_CALL}).all() if names else ()
    for call in calls:
        name = names[call.campaign_id]
        phone = vault.days.open(call.phone_encrypted or b"", KeyOf.NUMBERS, purpose=PHONE)
        sealed, mark = _both(vault, phone, name)
        if sealed and mark:
            call.phone_encrypted, call.phone_hash = sealed, mark
        else:
            log.error("held_number_left", call=call.id)
    along.comes_to((call.ended_at, call.id) for call in calls)
    return len(calls)


def seal_notes(session: Session, vault: PhoneVault, now: datetime, along: Along) -> int:
    """Some of the notes that would be forgotten now; returns how many."""
    names = _names(session, vault)
    due = (NOTE_IS_DUE, Call.campaign_id.in_(names), _is_readable(session, Feedback.note_sealed, vault, KeyOf.NOTES))
    told = select(Feedback, Call.campaign_id).join(CalledOffice, CalledOffice.id == Feedback.called_office_id)
    some = told.join(Call, Call.id == CalledOffice.call_id).where(*due, along.follows(Feedback.created_at, Feedback.id))
    some = some.order_by(Feedback.created_at, Feedback.id).limit(AT_ONCE)
    some = some.with_for_update(skip_locked=True, of=Feedback)
    rows = session.execute(some, {"then": now - NOTE_KEPT}).all() if names else ()
    for note, campaign_id in rows:
        text = vault.days.open(note.note_sealed or b"", KeyOf.NOTES, purpose=NOTE)
        sealed = vault.days.holds.seal(text, names[campaign_id], purpose=NOTE) if text else None
        if sealed is None:
            log.error("held_note_left", note=note.id)
            continue
        note.note_sealed = sealed
        if note.redacted_at:  # else a restart would put there what the journal has of it
            vault.note_redacted(note.id, note.redacted_at, sealed)
    along.comes_to((note.created_at, note.id) for note, _ in rows)
    return len(rows)


def _both(vault: PhoneVault, phone: str | None, name: str) -> tuple[bytes | None, bytes | None]:
    """The number as the hold seals it, and what it is known by there.

    Nothing where a key was gone just now, as when its disk is away for a moment: then it stays as it is, with the key
    of its day, until the next run.
    """
    return (
        (vault.days.holds.seal(phone, name, purpose=PHONE), vault.mark_in_hold(phone, name)) if phone else (None, None)
    )


Seals = Callable[[Session, PhoneVault, datetime, Along], int]
SEALS: Sequence[Seals] = (seal_numbers, seal_notes)


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
