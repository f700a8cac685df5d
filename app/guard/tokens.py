"""Opaque tokens for URLs and forms: sealed, so that nobody reads in them what they stand for; nothing is stored.

A call's token is the same whenever it is made, and tells neither which call it is nor how many there are. That is what
AES-SIV is made for: it needs no chance, and what was altered is not read.
"""

import base64
import binascii
import hmac
import json
from functools import cache, lru_cache
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESSIV
from itsdangerous import BadSignature

from app.clock import Clock, utc_now
from app.guard.tokens_before import read_as_before

KEPT = 4096  # tokens that were read lately
SHORTEST = 16  # bytes: of numbers that are shorter nobody sees how long they are
LONGEST = 64 * 1024  # characters


class BadTokenError(Exception):
    """The token was altered, is for another purpose, or is too old."""


class Tokens:
    """Makes and reads tokens, each for one purpose, so that one kind never passes for another."""

    def __init__(self, secret_key: str, clock: Clock = utc_now) -> None:
        self._secret, self._clock = secret_key.encode(), clock
        self._seal = cache(self._seal_for)
        self._read = lru_cache(maxsize=KEPT)(self._read_anew)  # a call's is read a dozen times within minutes

    def sign(self, purpose: str, value: object) -> str:
        """A token that carries `value` and can be read for `purpose` only; the same value gives the same token."""
        text = json.dumps(value, separators=(",", ":")).encode().ljust(SHORTEST)
        return _written(self._seal(purpose).encrypt(text, None))

    def read(self, purpose: str, token: str) -> Any:
        """What the token carries.

        Raises:
            BadTokenError: altered, or for another purpose.
        """
        return self._read(purpose, token)

    def sign_for_a_while(self, purpose: str, value: object) -> str:
        """A token that also says when it was made."""
        return self.sign(_timed(purpose), [self._now(), value])

    def read_young(self, purpose: str, token: str, *, max_age: int) -> Any:
        """What a token carries that was made at most `max_age` seconds ago.

        Raises:
            BadTokenError: altered, for another purpose, or older.
        """
        made, value = self.read(_timed(purpose), token)
        if not 0 <= self._now() - made <= max_age:
            raise BadTokenError
        return value

    def age(self, purpose: str, token: str) -> int:
        """How many seconds ago such a token was made.

        Raises:
            BadTokenError: altered, or for another purpose.
        """
        made, _ = self.read(_timed(purpose), token)
        return self._now() - int(made)

    def _now(self) -> int:
        return int(self._clock().timestamp())

    def _seal_for(self, purpose: str) -> AESSIV:
        return AESSIV(hmac.digest(self._secret, f"ringdown.{purpose}".encode(), "sha512"))

    def _read_anew(self, purpose: str, token: str) -> Any:
        if "." in token:  # what is sealed has none
            return self._read_as_before(purpose, token)
        try:
            sealed = base64.urlsafe_b64decode(f"{token[:LONGEST]}{'=' * (-len(token) % 4)}")
            if _written(sealed) != token:  # some of its bits would mean nothing, others be passed over
                raise BadTokenError
            return json.loads(self._seal(purpose).decrypt(sealed, None))
        except (binascii.Error, ValueError, InvalidTag) as error:
            raise BadTokenError from error

    def _read_as_before(self, purpose: str, token: str) -> Any:
        try:
            return read_as_before(self._secret, purpose, token)
        except BadSignature as error:
            raise BadTokenError from error


def _timed(purpose: str) -> str:
    return f"{purpose}.timed"


def _written(sealed: bytes) -> str:
    return base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()
