"""Opaque tokens for URLs and forms: nothing in them but a signed value, and nothing stored for them."""

from typing import Any

from itsdangerous import BadSignature, URLSafeTimedSerializer


class BadTokenError(Exception):
    """The token was altered, is for another purpose, or is too old."""


class Tokens:
    """Signs and reads tokens, each for one purpose, so that one kind never passes for another."""

    def __init__(self, secret_key: str) -> None:
        self._secret_key = secret_key

    def _serializer(self, purpose: str) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(self._secret_key, salt=f"ringdown.{purpose}")

    def sign(self, purpose: str, value: Any) -> str:
        """A token that carries `value` and can be read for `purpose` only."""
        return self._serializer(purpose).dumps(value)

    def read(self, purpose: str, token: str, *, max_age: int | None = None) -> Any:
        """What the token carries. `max_age` is in seconds.

        Raises:
            BadTokenError: altered, for another purpose, or older than `max_age`.
        """
        try:
            return self._serializer(purpose).loads(token, max_age=max_age)
        except BadSignature as error:
            raise BadTokenError(purpose) from error
