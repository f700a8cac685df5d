"""Takes words out of a note for good: a name, a number that somebody wrote. What stands there afterwards says so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import func, update
from sqlalchemy.orm import Session

from app.calls.held import is_of_held_office
from app.calls.inbox.reading import Note
from app.calls.life.notes import sealed_instead
from app.guard.phone_vault import PhoneVault
from models import Feedback

IN_PLACE = "[taken out]"
AROUND = re.compile(r"[^\W_]", re.ASCII)  # letters of scripts that part words by spaces, as far as it matters here


@dataclass(frozen=True)
class Redacted:
    """What a note says without some words, how often each stood there, and which of them did not."""

    text: str
    times: int
    missing: tuple[str, ...]


def without(text: str, words: Sequence[str]) -> Redacted:
    """The text without these words, in whatever case and however they are parted; the longest are looked for first.

    What stands in place of some is never looked into for others: “out” would be taken out of it once more.
    """
    pieces, times, missing = text.split(IN_PLACE), 0, list[str]()
    for one in sorted(words, key=len, reverse=True):
        parted = [_shape(one).split(piece) for piece in pieces]
        found = sum(len(several) - 1 for several in parted)
        pieces = list(chain.from_iterable(parted))
        times += found
        if not found:
            missing.append(one)
    return Redacted(IN_PLACE.join(pieces), times, tuple(missing))


def redact(session: Session, vault: PhoneVault, note: Note, text: str) -> bool:
    """Keep this text in place of the other, sealed by the same key; whether it was still the one that was shown.

    Not while a legal hold keeps it: then no words may be destroyed.

    The words that were there are gone from the database; from its backups once the note's key is destroyed. A journal
    beside the keys takes them out once more where an older database is restored.
    """
    sealed = sealed_instead(vault, text, note.note_sealed)
    is_free = ~is_of_held_office(Feedback.called_office_id)
    still = (Feedback.id == note.id, Feedback.note_sealed == note.note_sealed, is_free)
    if sealed is None:
        return False
    kept = update(Feedback).where(*still).values(note_sealed=sealed, redacted_at=func.now())
    at = session.scalar(kept.returning(Feedback.redacted_at))
    if at is None:
        return False
    vault.note_redacted(note.id, at, sealed)
    return True


def _shape(words: str) -> re.Pattern[str]:
    """Whole words where words are parted by spaces: “Al” is not taken out of “also”."""
    parts = r"\s+".join(map(re.escape, words.split()))
    begins = r"(?<!\w)" if AROUND.match(words) else ""
    ends = r"(?!\w)" if AROUND.match(words[-1:]) else ""
    return re.compile(begins + parts + ends, re.IGNORECASE)
