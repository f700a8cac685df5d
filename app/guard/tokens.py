"""Opaque tokens for URLs and forms: nothing in them but a signed value, and nothing stored for them."""

import hmac
from collections.abc import Callable
from datetime import datetime
from functools import cache, lru_cache, partial
from typing import Any, cast

from itsdangerous import BadSignature, Signer, TimestampSigner, URLSafeSerializer, URLSafeTimedSerializer
from itsdangerous.signer import SigningAlgorithm

from app.clock import Clock, utc_now

KEPT = 4096  # tokens that were read lately


class BadTokenError(Exception):
    """The token was altered, is for another purpose, or is too old."""


class Tokens:
    """Signs and reads tokens, each for one purpose, so that one kind never passes for another."""

    def __init__(self, secret_key: str, clock: Clock = utc_now) -> None:
        self._clock = clock
        self._kind = cache(partial(_Kind, URLSafeSerializer, secret_key))
        self._timed_kind = cache(partial(_Kind, partial(URLSafeTimedSerializer, signer=_by(clock)), secret_key))
        self._read = lru_cache(maxsize=KEPT)(self._read_anew)  # a call's is read a dozen times within minutes

    def sign(self, purpose: str, value: object) -> str:
        """A token that carries `value` and can be read for `purpose` only; the same value gives the same token."""
        return self._kind(f"ringdown.{purpose}").sign(value)

    def read(self, purpose: str, token: str) -> Any:
        """What the token carries.

        Raises:
            BadTokenError: altered, or for another purpose.
        """
        return self._read(purpose, token)

    def _read_anew(self, purpose: str, token: str) -> Any:
        return self._kind(f"ringdown.{purpose}").read(token)

    def sign_for_a_while(self, purpose: str, value: object) -> str:
        """A token that also says when it was made."""
        return self._timed_kind(f"ringdown.{purpose}.timed").sign(value)

    def read_young(self, purpose: str, token: str, *, max_age: int) -> Any:
        """What a token carries that was made at most `max_age` seconds ago.

        Raises:
            BadTokenError: altered, for another purpose, or older.
        """
        return self._timed_kind(f"ringdown.{purpose}.timed").read(token, max_age=max_age)

    def age(self, purpose: str, token: str) -> int:
        """How many seconds ago such a token was made.

        Raises:
            BadTokenError: altered, or for another purpose.
        """
        made = self._timed_kind(f"ringdown.{purpose}.timed").made_at(token)
        return int(self._clock().timestamp()) - int(made.timestamp())


def _by(clock: Clock) -> type[TimestampSigner]:
    """Signs with the time of this clock, by which whoever reads the token compares."""

    class ByClock(TimestampSigner):
        def get_timestamp(self) -> int:
            return int(clock().timestamp())

    return ByClock


class _AtOnce(SigningAlgorithm):
    """The serializer's own, HMAC-SHA1, in one call: to prepare it and to ask it apart takes ten times as long."""

    def get_signature(self, key: bytes, value: bytes) -> bytes:
        return hmac.digest(key, value, "sha1")


class _Kind:
    """Tokens of one kind: the serializer's own, but its signer is made once, and derives its key once."""

    def __init__(
        self, kind: Callable[..., URLSafeSerializer | URLSafeTimedSerializer], secret_key: str, salt: str
    ) -> None:
        key = Signer(secret_key, salt).derive_key()
        self._serializer = kind(key, salt=salt, signer_kwargs={"key_derivation": "none", "algorithm": _AtOnce()})
        self._signer = self._serializer.make_signer(salt)

    def sign(self, value: object) -> str:
        return self._signer.sign(self._serializer.dump_payload(value)).decode()

    def read(self, token: str, **how: int) -> Any:
        try:
            return self._serializer.load_payload(self._signer.unsign(token, **how))
        except BadSignature as error:
            raise BadTokenError from error

    def made_at(self, token: str) -> datetime:
        try:
            _, made = cast("TimestampSigner", self._signer).unsign(token, return_timestamp=True)
        except BadSignature as error:
            raise BadTokenError from error
        return made
