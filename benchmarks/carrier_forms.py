"""What the carrier sends of one call: every field that Twilio's requests have, signed as Twilio signs them."""

from collections.abc import Mapping
from dataclasses import dataclass

from twilio.request_validator import RequestValidator

from app.extensions import Given
from app.telephony.signature import signed_url
from benchmarks.asking import Prepared, post

PLACE = {"City": "BOSTON", "Country": "US", "State": "MA", "Zip": "02108"}
CAMPAIGN_NUMBER = "+16175550100"


@dataclass(frozen=True)
class CarrierOf:
    """The carrier of one call to a supporter's phone."""

    own: Given
    call_id: int
    phone: str

    def reports(self, status: str, sequence: int, **more: str) -> Prepared:
        """A report of the supporter's leg."""
        when = f"Sat, 28 Nov 2026 15:00:{sequence:02d} +0000"
        told = {"CallbackSource": "call-progress-events", "SequenceNumber": str(sequence), "Timestamp": when}
        return self._signed("status", self._form(status) | told | more)

    def asks(self, what: str, **heard: str) -> Prepared:
        """A turn of the supporter's leg."""
        return self._signed(what, self._form("in-progress") | heard)

    def forged(self) -> Prepared:
        """A report that somebody else sends."""
        # pragma: allowlist nextline secret
        return self._post("status", self._form("ringing"), "bm90IHRoZSBjYXJyaWVyJ3MgYWE=", 403)

    def _form(self, status: str) -> dict[str, str]:
        whose = {"Caller": CAMPAIGN_NUMBER, "Called": self.phone, "From": CAMPAIGN_NUMBER, "To": self.phone}
        places = {f"{end}{part}": value for end in whose for part, value in PLACE.items()}
        usual = {"ApiVersion": "2010-04-01", "Direction": "outbound-api", "CallStatus": status}
        ids = {"AccountSid": self.own.settings.twilio_account_sid, "CallSid": f"CA{self.call_id:032x}"}
        return whose | places | usual | ids

    def _signed(self, what: str, form: Mapping[str, str]) -> Prepared:
        url = signed_url(self.own.settings.public_base_url, self._path(what))
        validator = RequestValidator(self.own.settings.auth_tokens[0])
        return self._post(what, form, str(validator.compute_signature(url, form)))

    def _post(self, what: str, form: Mapping[str, str], signature: str, status: int = 200) -> Prepared:
        base_url = self.own.settings.public_base_url
        return post(self._path(what), form, base_url, status=status, X_Twilio_Signature=signature)

    def _path(self, what: str) -> str:
        return f"/voice/{self.own.voice_urls(self.call_id).token}/{what}"
