"""Whether a request comes from the carrier: Twilio's signature over the URL that it was given."""

import hmac
from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit


def signed_url(base_url: str, path: str) -> str:
    """The URL as the carrier signs it: the port is left out of https, and kept in http (Twilio's documentation).

    It is put together from the configured address, never from what the request claims about its host.
    """
    return _signed_base(base_url) + path


@lru_cache(maxsize=8)
def _signed_base(base_url: str) -> str:
    base = urlsplit(base_url)
    host = (base.hostname or "") if base.scheme == "https" else base.netloc
    return urlunsplit((base.scheme, host, base.path, "", ""))


def signature_of(url: str, form: Iterable[tuple[str, str]], auth_token: str) -> bytes:
    """What the carrier signs a request with: the URL and its form, in the order of the names (Twilio's documentation).

    By SHA-1, as the carrier does; as a key of an HMAC it is not broken.
    """
    signed = url + "".join(name + value for name, value in sorted(set(form)))
    return b64encode(hmac.digest(auth_token.encode(), signed.encode(), "sha1"))


def is_signed(url: str, form: Iterable[tuple[str, str]], signature: str | None, auth_tokens: Iterable[str]) -> bool:
    """Whether `signature` was made with one of the tokens over this URL and form."""
    given = (signature or "").encode()
    expected = [signature_of(url, form, token) for token in auth_tokens]
    return sum(hmac.compare_digest(given, one) for one in expected) > 0  # all are compared, whichever fits
