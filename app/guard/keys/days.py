"""Seals, opens and recognises with the key of a day: whatever was sealed is gone for good once that is destroyed."""

import hmac
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from threading import Lock, local

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher, CipherContext
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

from app.clock import Clock, eastern_day
from app.guard.keys.folder import NONCE_BYTES, KeyOf, KeysFolder, Named
from app.guard.keys.holds import HoldKeys, is_of_a_hold

FIRST_DAY = date(2020, 1, 1)
PREFIX = 3  # bytes before the nonce: two for the day, one for which of its keys
BLOCK = 16  # bytes of a keyed hash that are locked
OF_BEFORE = 32  # bytes of one that never was
DAYS_AT_HAND = 128  # keys that are taken apart already: of whoever is looked for, all that are held are asked
SETTLED = 1_000_000_000  # nanoseconds after which a folder that changes looks changed


@dataclass(frozen=True)
class Marks:
    """By what somebody is known: written down by the key of today, and looked for under all keys still held."""

    today: bytes
    held: tuple[bytes, ...]


Keys = Mapping[Named, bytes]


class DayKeys:
    """The keys of a folder, by a clock. Days are those of Massachusetts: when one ends it is night, and nobody rings.

    What is sealed is bound to a purpose, as in the vault. What a legal hold sealed anew is opened by its own key.
    """

    def __init__(self, folder: KeysFolder, clock: Clock, own_time: Callable[[], int] = time.time_ns) -> None:
        self.folder = folder
        self.holds = HoldKeys(folder)
        self._clock = clock
        self._own_time = own_time
        self._known: dict[KeyOf, tuple[int, dict[Named, bytes]]] = {}
        self._making = Lock()

    def seal(self, text: str, of: KeyOf, *, purpose: str, alike: str = "") -> bytes:
        """The text, readable until the key of today is destroyed.

        What is sealed `alike`, by the same secret word, is the same again while the text is: so that a change is seen.

        Raises:
            OSError: today has no key yet, and the folder cannot be written.
        """
        name, key = self._today(of)
        said = f"{len(alike)}:{alike}{text}".encode()
        nonce = hmac.digest(key, said, "sha256")[:NONCE_BYTES] if alike else secrets.token_bytes(NONCE_BYTES)
        return _sealed(name, key, nonce, text, purpose)

    def seal_again(self, text: str, before: bytes, of: KeyOf, *, purpose: str) -> bytes | None:
        """Another text in place of one that was sealed, by the key of its day; None where that is gone."""
        if is_of_a_hold(before):
            return self.holds.seal_again(text, before, purpose=purpose)
        name = sealed_by(before)
        key = self._key(of, name)
        return _sealed(name, key, secrets.token_bytes(NONCE_BYTES), text, purpose) if name and key else None

    def open(self, sealed: bytes, of: KeyOf, *, purpose: str) -> str | None:
        """The text again; None where its key is gone, it was altered, or it was sealed for another purpose."""
        if is_of_a_hold(sealed):
            return self.holds.open(sealed, purpose=purpose)
        key = self._key(of, sealed_by(sealed))
        nonce, rest = sealed[PREFIX : PREFIX + NONCE_BYTES], sealed[PREFIX + NONCE_BYTES :]
        if key is None:
            return None
        try:
            return _cipher(key).decrypt(nonce, rest, purpose.encode()).decode()
        except (InvalidTag, ValueError):  # too short to be sealed at all
            return None

    def marks(self, digest: bytes, of: KeyOf) -> Marks:
        """What a keyed hash is known by, locked by the days' keys: by each it is always the same.

        Raises:
            OSError: as in `seal`.
        """
        known = self._keys(of)
        name, key = self._today(of, known)
        today = _mark(name, key, digest)
        return Marks(today, (today, *(_mark(*it, digest) for it in known.items() if it[0] != name)))

    def marked_today(self, mark: bytes, of: KeyOf) -> bytes | None:
        """What somebody is known by today, of whom a mark of before is there; None where its key is gone."""
        if len(mark) == OF_BEFORE:  # as it was before days had keys
            return _mark(*self._today(of), mark)
        key = self._key(of, sealed_by(mark))
        if key is None or len(mark) != PREFIX + BLOCK:
            return None
        opening = _block_cipher(key).decryptor()
        return _mark(*self._today(of), opening.update(mark[PREFIX:]) + opening.finalize())

    def made_today(self, of: KeyOf) -> tuple[bytes, bytes]:
        """Between which bounds all marks of today lie, the second of them not."""
        begins = day_begins(self._today(of)[0])
        return begins, (int.from_bytes(begins) + 1).to_bytes(PREFIX)

    def destroy(self, of: KeyOf, day: date) -> int:
        """Forget all that was sealed on this day; returns how many keys that took."""
        gone = self.folder.destroy(of, day)
        self._known.pop(of, None)
        return gone

    def now(self) -> datetime:
        """The present moment, by which the day is told."""
        return self._clock()

    def _today(self, of: KeyOf, known: Keys | None = None) -> tuple[Named, bytes]:
        day = eastern_day(self._clock())
        keys = self._keys(of) if known is None else known
        names = [it for it in keys if it.day == day]  # as a rule one
        if names:
            return min(names), keys[min(names)]
        with self._making:
            return self.folder.make(of, day)

    def _key(self, of: KeyOf, name: Named | None) -> bytes | None:
        return None if name is None else self._keys(of).get(name)

    def _keys(self, of: KeyOf) -> Keys:
        """Those that can be unwrapped, the newest first: read anew whenever one was made or destroyed, by anybody."""
        changed_at = self.folder.changed_at(of)
        known = self._known.get(of)
        if known and known[0] == changed_at:
            return known[1]
        read = {name: self.folder.read(of, name) for name in self.folder.names(of)}
        keys = {name: key for name, key in read.items() if key is not None}
        # What changed a moment ago may change again without looking so.
        if self._own_time() - changed_at > SETTLED:
            self._known[of] = changed_at, keys
        return keys


def sealed_by(sealed: bytes) -> Named | None:
    """By the key of which day; None where that is no day."""
    if is_of_a_hold(sealed):
        return None
    try:
        day = date.fromordinal(FIRST_DAY.toordinal() + int.from_bytes(sealed[:2]))
        return Named(day, sealed[2])
    except (OverflowError, IndexError):
        return None


@lru_cache(maxsize=DAYS_AT_HAND)
def _cipher(key: bytes) -> AESGCMSIV:
    """To take a key apart takes longer than to read a number by it."""
    return AESGCMSIV(key)


@lru_cache(maxsize=DAYS_AT_HAND)
def _block_cipher(key: bytes) -> "Cipher[ECB]":
    """For one block alone, of what looks made by chance: what is the same looks the same, and nothing else does."""
    return Cipher(AES(key), ECB())  # nosec B305


class _Locks(local):
    """What locks blocks, a thread's own: each is locked by itself, so that one lasts, and to begin one takes longer."""

    def __init__(self) -> None:
        self.by = lru_cache(maxsize=DAYS_AT_HAND)(self._begun)

    def _begun(self, key: bytes) -> CipherContext:
        return _block_cipher(key).encryptor()


_locks = _Locks()


def _mark(name: Named, key: bytes, digest: bytes) -> bytes:
    return day_begins(name) + _locks.by(key).update(digest[:BLOCK])


def _sealed(name: Named, key: bytes, nonce: bytes, text: str, purpose: str) -> bytes:
    return day_begins(name) + nonce + _cipher(key).encrypt(nonce, text.encode(), purpose.encode())


def day_begins(name: Named) -> bytes:
    """How whatever was sealed by this key begins."""
    return (name.day.toordinal() - FIRST_DAY.toordinal()).to_bytes(2) + bytes([name.nth])
