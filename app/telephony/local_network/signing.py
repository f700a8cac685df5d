"""X-Twilio-Signature, as Twilio's security page defines it for voice webhooks."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit


def signature(auth_token: str, url: str, parameters: Mapping[str, str]) -> str:
    """Sign a webhook: base64 of HMAC-SHA1 over the signed URL and the sorted form parameters."""
    text = signed_url(url) + "".join(name + parameters[name] for name in sorted(parameters))
    digest = hmac.new(auth_token.encode(), text.encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode()


def signed_url(url: str) -> str:
    """Return the URL as it enters the signature: no user, no fragment, and with https no port."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    if parts.scheme == "https" and parts.port:
        place = place.rpartition(":")[0]
    return urlunsplit((parts.scheme, place, parts.path, parts.query, ""))
