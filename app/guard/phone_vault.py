"""Keeps what is secret: encrypted to be read by us alone, and hashed under a key to be recognised."""

import hmac
import secrets
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from app.guard.keys.away import NOBODY_READS, SealedAway
from app.guard.keys.days import DayKeys

NONCE_BYTES = 12


class PhoneVault:
    """Encrypts with the first key and reads with any, so that keys can be replaced one after another.

    What it encrypts is bound to a purpose: a ciphertext moved to another column cannot be read there. What is to be
    forgotten is sealed by its `days` instead, who gave their consent only for whoever has another key.
    """

    def __init__(
        self, encryption_keys: Sequence[bytes], hash_key: bytes, days: DayKeys, consents: SealedAway = NOBODY_READS
    ) -> None:
        self.days = days
        self.consents = consents
        self._ciphers = [AESGCMSIV(key) for key in encryption_keys]
        self._hash_key = hash_key

    def encrypt(self, text: str, *, purpose: str) -> bytes:
        """Nonce and ciphertext, in this order."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._ciphers[0].encrypt(nonce, text.encode(), purpose.encode())

    def decrypt(self, stored: bytes, *, purpose: str) -> str:
        """The text again.

        Raises:
            InvalidTag: no key fits, it was altered, or it was made for another purpose.
        """
        for cipher in self._ciphers:
            try:
                return cipher.decrypt(stored[:NONCE_BYTES], stored[NONCE_BYTES:], purpose.encode()).decode()
            except InvalidTag:
                continue
        raise InvalidTag

    def fingerprint(self, e164: str, *, purpose: str) -> bytes:
        """A keyed hash, different for every purpose: tables cannot be joined by it without the key."""
        return hmac.digest(self._hash_key, f"{purpose}:{e164}".encode(), "sha256")
