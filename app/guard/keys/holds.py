"""The keys of legal holds, one each, beside the days' keys: what it sealed is gone for good once the hold is over."""

import hmac
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import ECB

from app.guard.keys.folder import KEY_BYTES, NONCE_BYTES, KeyFile, KeysFolder, destroyed, settle

FOLDER = "holds"
OF_A_HOLD = bytes(3)  # begins what a hold sealed: no key of a day has the number 0
NAME_BYTES = 8
BEGINS = len(OF_A_HOLD) + NAME_BYTES
BLOCK = 16  # bytes of a keyed hash that are locked


@dataclass(frozen=True)
class ToldOfHold:
    """What stands beside a hold's key, in no backup: whose it is, until when, and whether it is over."""

    campaign_id: int
    until: date
    is_over: bool = False


class HoldKeys:
    """By its name, which is made by chance: the database has that, and a file of this name has the key.

    What is sealed begins with the name, so that it is opened by one key, for as long as that is there.
    """

    def __init__(self, folder: KeysFolder) -> None:
        self._folder = folder
        self._path = folder.path / FOLDER

    def make(self) -> str:
        """A new key; returns its name.

        Raises:
            OSError: the folder cannot be written.
        """
        name = secrets.token_hex(NAME_BYTES)
        self._folder.write(self.file_of(name), secrets.token_bytes(KEY_BYTES))
        return name

    def file_of(self, name: str) -> KeyFile:
        """The file of a hold's key."""
        return KeyFile(self._path / f"{name}.key", f"{FOLDER} {name}".encode())

    def is_there(self, name: str) -> bool:
        """Whether it is there, and can be unwrapped."""
        return self._key(name) is not None

    def names(self) -> list[str]:
        """Those whose key is there."""
        return sorted(file.stem for file in self._path.glob("*.key"))

    def seal(self, text: str, name: str, *, purpose: str) -> bytes | None:
        """The text, readable until this hold is over; None where its key is gone."""
        key, nonce = self._key(name), secrets.token_bytes(NONCE_BYTES)
        if key is None:
            return None
        return begins_by(name) + nonce + _sealing(key).encrypt(nonce, text.encode(), purpose.encode())

    def seal_again(self, text: str, before: bytes, *, purpose: str) -> bytes | None:
        """Another text in place of one that was sealed, by the same key."""
        return self.seal(text, sealed_in_hold(before), purpose=purpose)

    def open(self, sealed: bytes, *, purpose: str) -> str | None:
        """The text again; None where its key is gone, it was altered, or it was sealed for another purpose."""
        key = self._key(sealed_in_hold(sealed))
        if key is None:
            return None
        nonce, rest = sealed[BEGINS : BEGINS + NONCE_BYTES], sealed[BEGINS + NONCE_BYTES :]
        with suppress(InvalidTag, ValueError):
            return _sealing(key).decrypt(nonce, rest, purpose.encode()).decode()
        return None

    def mark(self, digest: bytes, name: str) -> bytes | None:
        """What a keyed hash is known by in this hold; None where its key is gone."""
        key = self._key(name)
        if key is None:
            return None
        locking = _locking(key).encryptor()
        return begins_by(name) + locking.update(digest[:BLOCK]) + locking.finalize()

    def marks(self, digest: bytes) -> tuple[bytes, ...]:
        """The same in every hold whose key is there."""
        return tuple(filter(None, (self.mark(digest, name) for name in self.names())))

    def destroy(self, name: str) -> None:
        """Let nothing be readable that was sealed in this hold."""
        destroyed(self.file_of(name).path)
        settle(self._path)

    def tell(self, name: str, told: ToldOfHold) -> None:
        """Write down how it stands, so that it outlives the restore of an older database.

        Raises:
            OSError: the folder cannot be written.
        """
        if self.told(name) == told:
            return
        self._path.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft, until = self._path / f".{secrets.token_hex(8)}", told.until.isoformat()
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(json.dumps({"campaign_id": told.campaign_id, "until": until, "is_over": told.is_over}))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._path / f"{name}.told")
        settle(self._path)

    def told(self, name: str) -> ToldOfHold | None:
        """How it stood when that was written down last; None where it never was, or nobody can read it."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            told = json.loads((self._path / f"{name}.told").read_text())
            return ToldOfHold(told["campaign_id"], date.fromisoformat(told["until"]), told["is_over"])
        return None

    def all_told(self) -> Iterator[tuple[str, ToldOfHold]]:
        """Of every hold that there was."""
        for file in sorted(self._path.glob("*.told")):
            told = self.told(file.stem)
            if told:
                yield file.stem, told

    def _key(self, name: str) -> bytes | None:
        """One file that is read: a key that another program destroyed is gone here at once."""
        return self._folder.unwrapped(self.file_of(name))


def is_of_a_hold(sealed: bytes) -> bool:
    """Whether it was sealed, or locked, by the key of a legal hold."""
    return sealed[: len(OF_A_HOLD)] == OF_A_HOLD


def sealed_in_hold(sealed: bytes) -> str:
    """By the key of which hold."""
    return sealed[len(OF_A_HOLD) : BEGINS].hex()


def begins_by(name: str) -> bytes:
    """How whatever was sealed by this key begins."""
    return OF_A_HOLD + bytes.fromhex(name)


@lru_cache(maxsize=16)
def _sealing(key: bytes) -> AESGCMSIV:
    return AESGCMSIV(hmac.digest(key, b"seals", "sha256"))


@lru_cache(maxsize=16)
def _locking(key: bytes) -> "Cipher[ECB]":
    """For one block alone, of what looks made by chance, as with the days' keys."""
    return Cipher(AES(hmac.digest(key, b"marks", "sha256")), ECB())  # nosec B305
