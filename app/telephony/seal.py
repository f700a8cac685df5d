"""With what a carrier signs its requests: the account's token, or a key of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from app.config import Settings
from app.telephony.profiles import profile_of

# Where a request is signed with a key that was agreed on for that alone, Twilio says so in a header beside.
SIGNED_HOW = "X-Twilio-Webhooks-Signature-Settings"
SHARED_KEY = "HMAC_SHA256"

Algorithm = Literal["sha1", "sha256"]
LENGTHS: Mapping[Algorithm, int] = {"sha1": 28, "sha256": 44}


@dataclass(frozen=True)
class Seal:
    """One of these keys; none where nobody comes in."""

    keys: tuple[str, ...]
    algorithm: Algorithm = "sha1"

    @property
    def length(self) -> int:
        """How many characters its signatures have."""
        return LENGTHS[self.algorithm]


def seal_of(settings: Settings, signed_how: str = "") -> Seal:
    """The seal of the settings' carrier, for a request that says it was `signed_how`."""
    key = settings.carrier_signing_key.get_secret_value()
    keys = (key,) if key else ()
    if SHARED_KEY in signed_how:
        return Seal(keys, "sha256")
    return Seal(keys if profile_of(settings).has_signing_key else tuple(settings.auth_tokens))
