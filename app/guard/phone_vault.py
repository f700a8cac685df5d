"""Keeps what is secret: encrypted to be read by us alone, and hashed under a key to be recognised."""

import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime

from cryptography.exceptions import InvalidTag

from app.clock import beginning_of_day
from app.guard.journal.file import Journal
from app.guard.journal.lines import Line, What
from app.guard.keys.away import NOBODY_READS, SealedAway
from app.guard.keys.days import DayKeys, Marks
from app.guard.keys.folder import KeyOf
from app.guard.seals.seals import Seals

DO_NOT_CALL = "do-not-call"  # a purpose with a key of its own
PHONE = "call.phone"  # one that is locked by the days' keys besides
JOURNAL = "journal"  # its folder, among those of the keys
NOTES = "notes"  # a file beside it: a program of before would stumble over such lines
KNOWN_BY = 8  # bytes by which the journal tells under which key a refusal is known
NO_KEYS: Mapping[str, bytes] = {}


class PhoneVault:
    """Encrypts with the first key and reads with any, so that keys can be replaced one after another.

    What it encrypts is bound to a purpose: a ciphertext moved to another column cannot be read there. What is to be
    forgotten is sealed by its `days` instead, who gave their consent only for whoever has another key. Some purposes
    have a hash key of their own: `apart`.
    """

    def __init__(
        self,
        encryption_keys: Sequence[bytes],
        hash_key: bytes,
        days: DayKeys,
        consents: SealedAway = NOBODY_READS,
        apart: Mapping[str, bytes] = NO_KEYS,
    ) -> None:
        self.days = days
        self.consents = consents
        self.journal = Journal(days.folder.path / JOURNAL)
        self.of_notes = Journal(days.folder.path / JOURNAL, NOTES)
        self.seals = Seals(encryption_keys)
        self._hash_key, self._apart = hash_key, apart

    def encrypt(self, text: str, *, purpose: str) -> bytes:
        """Nonce and ciphertext, in this order."""
        return self.seals.seal(text, purpose=purpose)

    def decrypt(self, stored: bytes, *, purpose: str) -> str:
        """The text again.

        Raises:
            InvalidTag: no key fits, it was altered, or it was made for another purpose.
        """
        text = self.opened(stored, purpose=purpose)
        if text is None:
            raise InvalidTag
        return text

    def opened(self, stored: bytes, *, purpose: str) -> str | None:
        """The same; None instead, for whoever goes on without."""
        found = self.seals.opened(stored, purpose=purpose)
        return found.text if found else None

    def fingerprint(self, e164: str, *, purpose: str) -> bytes:
        """A keyed hash, different for every purpose: tables cannot be joined by it without the key.

        That of a call's number is locked by the key of today.
        """
        return self.marks(e164).today if purpose == PHONE else self._digest(e164, purpose)

    def marks(self, text: str, *, purpose: str = PHONE, of: KeyOf = KeyOf.RINGS) -> Marks:
        """The same, locked by the key of each day that is still held: for what is to be forgotten with that."""
        return self.days.marks(self._digest(text, purpose), of)

    def marks_in_holds(self, e164: str) -> tuple[bytes, ...]:
        """By what a number of a call is known that a legal hold keeps: by the key of each."""
        return self.days.holds.marks(self._digest(e164, PHONE))

    def mark_in_hold(self, e164: str, name: str) -> bytes | None:
        """The same in one of them; None where its key is gone."""
        return self.days.holds.mark(self._digest(e164, PHONE), name)

    def _digest(self, text: str, purpose: str) -> bytes:
        return hmac.digest(self._apart.get(purpose, self._hash_key), f"{purpose}:{text}".encode(), "sha256")

    def check_value(self, purpose: str) -> bytes:
        """By which the key for this purpose is known again."""
        return check_value(self._apart.get(purpose, self._hash_key), purpose)

    @property
    def refusals_by(self) -> bytes:
        """Under which key refusals are known now, as the journal tells it."""
        return self.check_value(DO_NOT_CALL)[:KNOWN_BY]

    def note_refused(self, number: bytes, *, how: str, until: datetime | None) -> None:
        """Write it down beside the keys, that it outlives the restore of an older database; likewise those below.

        Of when nobody needs more than the day: at its moment there was one call.
        """
        that_day = beginning_of_day(self.days.now())
        self.journal.write(Line(What.REFUSED, that_day, (number,), self.refusals_by, how, until))

    def note_taken_back(self, number: bytes, asked_at: datetime) -> None:
        """This refusal holds no more, nor does any before it: by the database's clock it was asked then."""
        at = max(self.days.now(), asked_at)
        self.journal.write(Line(What.TAKEN_BACK, at, (number,), self.refusals_by))

    def note_forgotten(self, *marks: bytes) -> None:
        """Whoever calls know by one of these marks was forgotten: they stand for nobody who calls after that."""
        self.journal.write(Line(What.FORGOTTEN, self.days.now(), marks))

    def note_redacted(self, note_id: int, at: datetime, left: bytes) -> None:
        """Words were taken out of this note, and so much is left, sealed by the key of its day."""
        self.of_notes.write(Line(What.REDACTED, at, (left,), how=str(note_id)))


def check_value(key: bytes, purpose: str) -> bytes:
    """What a key makes of a text that is no number: another key makes another of it."""
    return hmac.digest(key, f"{purpose}:the key itself".encode(), "sha256")
