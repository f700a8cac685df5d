"""What was kept before days had keys, carried forward: sealed by a day's key, or forgotten where its time is over."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.calls.life.notes import sealed_note
from app.guard.phone_vault import PhoneVault
from app.limits.numbers import number_of, sealed_number
from app.privacy.forget.marks import mark_anew
from models import Call, Feedback

AT_ONCE = 500
OF_BEFORE = 40  # bytes of a number that was encrypted without a day


def carry_forward(session: Session, vault: PhoneVault) -> int:
    """Some of it; returns how many rows were changed: none once nothing of before is left."""
    return _notes(session, vault) + carry_numbers(session, vault) + mark_anew(session, vault.days)


def _notes(session: Session, vault: PhoneVault) -> int:
    told = session.scalars(select(Feedback).where(Feedback.note != "").limit(AT_ONCE)).all()
    for one in told:
        one.note_sealed, one.note = sealed_note(vault, one.note, f"of before {one.id}"), ""
    return len(told)


def carry_numbers(session: Session, vault: PhoneVault) -> int:
    """Some of the numbers alone: a program of before may have kept one while this was done the first time."""
    of_before = func.octet_length(Call.phone_encrypted) == OF_BEFORE
    some = select(Call).where(Call.phone_encrypted.is_not(None), of_before).order_by(Call.id).limit(AT_ONCE)
    calls = session.scalars(some.with_for_update(), execution_options={"populate_existing": True}).all()
    for call in calls:
        phone = number_of(vault, call.phone_encrypted)
        call.phone_encrypted = sealed_number(phone, vault) if phone else None
    return len(calls)
