"""Reads tokens as they were made before they were sealed: a call under way at an update goes on by its addresses.

None is made any more. A call lasts an hour at most and its page closes after seven days, so that this file can go with
the release after next.
"""

from functools import cache
from typing import Any

from itsdangerous import Signer, URLSafeSerializer


@cache
def _signed(secret_key: bytes, purpose: str) -> URLSafeSerializer:
    salt = f"ringdown.{purpose}"
    key = Signer(secret_key, salt).derive_key()
    return URLSafeSerializer(key, salt=salt, signer_kwargs={"key_derivation": "none"})


def read_as_before(secret_key: bytes, purpose: str, token: str) -> Any:
    """What a token carries that was signed and not sealed.

    Raises:
        BadSignature: it was altered, or is for another purpose.
    """
    return _signed(secret_key, purpose).loads(token)
