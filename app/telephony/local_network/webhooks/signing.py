"""Signatures of webhooks: over which URL, with which key, and under which header."""

import base64
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from app.telephony.local_network.account.credentials import Credentials
from app.telephony.local_network.ways import TWILIO, Ways


@dataclass(frozen=True)
class Seal:
    """What one carrier signs the webhooks of one account with."""

    credentials: Credentials
    ways: Ways = TWILIO

    def headers(self, url: str, parameters: Mapping[str, str]) -> dict[str, str]:
        """The headers that sign a request; where a shared key does, one says which and how."""
        key = self.credentials.signing_key if self.ways.has_signing_key else self.credentials.auth_token
        headers = {self.ways.header: signature(key, url, parameters, self.ways)}
        if self.ways.algorithm == "sha256":
            settings = f"key={self.credentials.signing_key_sid},algorithm=HMAC_SHA256"
            headers["X-Twilio-Webhooks-Signature-Settings"] = settings
        return headers


def signature(key: str, url: str, parameters: Mapping[str, str], ways: Ways = TWILIO) -> str:
    """Sign a webhook: base64 of an HMAC over the signed URL and the sorted form parameters."""
    text = signed_url(url, ways) + "".join(name + parameters[name] for name in sorted(parameters))
    return base64.b64encode(hmac.digest(key.encode(), text.encode(), ways.algorithm)).decode()


def signed_url(url: str, ways: Ways = TWILIO) -> str:
    """Return the URL as it enters the signature: no user, and at Twilio no fragment, and with https no port."""
    parts = urlsplit(url)
    place = parts.netloc.rpartition("@")[2]
    if parts.scheme == "https" and parts.port and not ways.signs_port:
        place = place.rpartition(":")[0]
    return urlunsplit((parts.scheme, place, parts.path, parts.query, parts.fragment if ways.signs_fragment else ""))
