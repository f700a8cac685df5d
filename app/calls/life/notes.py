"""The note to an office, sealed by the key of its day: read for as long as that is kept, and by nobody afterwards."""

from app.guard.keys.folder import KeyOf
from app.guard.phone_vault import PhoneVault

NOTE = "feedback.note"


def sealed_note(vault: PhoneVault, typed: str, page: str) -> bytes | None:
    """As it is kept, None where nothing was typed; the same words from the same page on one day are the same again."""
    return vault.days.seal(typed, KeyOf.NOTES, purpose=NOTE, alike=page) if typed else None


def note_text(vault: PhoneVault, kept: bytes | None) -> str:
    """What was typed; empty where nothing was, or its time is over."""
    return (vault.days.open(kept, KeyOf.NOTES, purpose=NOTE) or "") if kept else ""


def sealed_instead(vault: PhoneVault, text: str, kept: bytes) -> bytes | None:
    """Another text for a note that is kept, by the same key, so that it lives no longer; None where that is gone."""
    return vault.days.seal_again(text, kept, KeyOf.NOTES, purpose=NOTE)
