"""Opaque tokens for URLs and forms: nothing in them but a signed value, and nothing stored for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from itsdangerous import BadSignature, URLSafeSerializer, URLSafeTimedSerializer

KEPT = 4096  # tokens that were read lately


class BadTokenError(Exception):
    """The token was altered, is for another purpose, or is too old."""


class Tokens:
    """Signs and reads tokens, each for one purpose, so that one kind never passes for another."""

    def __init__(self, secret_key: str) -> None:
        self._secret_key = secret_key
        self._serializers: dict[str, URLSafeSerializer] = {}
        self._timed_serializers: dict[str, URLSafeTimedSerializer] = {}
        self._read = lru_cache(maxsize=KEPT)(self._read_anew)  # a call's is read a dozen times within minutes

    def sign(self, purpose: str, value: object) -> str:
        """A token that carries `value` and can be read for `purpose` only; the same value gives the same token."""
        return str(self._serializer(purpose).dumps(value))

    def read(self, purpose: str, token: str) -> Any:
        """What the token carries.

        Raises:
            BadTokenError: altered, or for another purpose.
        """
        return self._read(purpose, token)

    def _read_anew(self, purpose: str, token: str) -> Any:
        with _bad_tokens():
            return self._serializer(purpose).loads(token)

    def sign_for_a_while(self, purpose: str, value: object) -> str:
        """A token that also says when it was made."""
        return str(self._timed_serializer(purpose).dumps(value))

    def read_young(self, purpose: str, token: str, *, max_age: int) -> Any:
        """What a token carries that was made at most `max_age` seconds ago.

        Raises:
            BadTokenError: altered, for another purpose, or older.
        """
        with _bad_tokens():
            return self._timed_serializer(purpose).loads(token, max_age=max_age)

    def _serializer(self, purpose: str) -> URLSafeSerializer:
        if purpose not in self._serializers:
            self._serializers[purpose] = URLSafeSerializer(self._secret_key, salt=f"ringdown.{purpose}")
        return self._serializers[purpose]

    def _timed_serializer(self, purpose: str) -> URLSafeTimedSerializer:
        if purpose not in self._timed_serializers:
            salt = f"ringdown.{purpose}.timed"
            self._timed_serializers[purpose] = URLSafeTimedSerializer(self._secret_key, salt=salt)
        return self._timed_serializers[purpose]


@contextmanager
def _bad_tokens() -> Iterator[None]:
    try:
        yield
    except BadSignature as error:
        raise BadTokenError from error
