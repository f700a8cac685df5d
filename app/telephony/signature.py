"""Whether a request comes from the carrier: Twilio's signature over the URL that it was given."""

import hmac
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit, urlunsplit

from twilio.request_validator import RequestValidator


def signed_url(base_url: str, path: str) -> str:
    """The URL as the carrier signs it: the port is left out of https, and kept in http (Twilio's documentation).

    It is put together from the configured address, never from what the request claims about its host.
    """
    base = urlsplit(base_url)
    host = (base.hostname or "") if base.scheme == "https" else base.netloc
    return urlunsplit((base.scheme, host, base.path + path, "", ""))


def is_signed(url: str, form: Mapping[str, object], signature: str | None, auth_tokens: Iterable[str]) -> bool:
    """Whether `signature` was made with one of the tokens over this URL and form."""
    given = (signature or "").encode()
    expected = [RequestValidator(token).compute_signature(url, form).encode() for token in auth_tokens]
    return sum(hmac.compare_digest(given, one) for one in expected) > 0  # all are compared, whichever fits
