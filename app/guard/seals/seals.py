"""Seals by the first of the settings' keys, opens by any: so they are replaced one after another."""

import hmac
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

NONCE_BYTES = 12


@dataclass(frozen=True)
class Opened:
    """A text, and whether the first of the keys opened it."""

    text: str
    by_first: bool


class Seals:
    """The keys. What is sealed is bound to a purpose: moved to another column it is nothing."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._ciphers = [AESGCMSIV(key) for key in keys]
        self.is_first = hmac.digest(keys[0], b"which key is the first", "sha256") if keys else b""

    @property
    def has_older(self) -> bool:
        """Whether there is more than the first."""
        return len(self._ciphers) > 1

    def seal(self, text: str, *, purpose: str) -> bytes:
        """Nonce and ciphertext, in this order."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._ciphers[0].encrypt(nonce, text.encode(), purpose.encode())

    def opened(self, sealed: bytes, *, purpose: str) -> Opened | None:
        """The text again; None where no key fits, it was altered, or it was sealed for another purpose."""
        nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        for nth, cipher in enumerate(self._ciphers):
            with suppress(InvalidTag, ValueError):  # too short to be sealed at all
                return Opened(cipher.decrypt(nonce, rest, purpose.encode()).decode(), by_first=not nth)
        return None
