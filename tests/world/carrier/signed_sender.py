"""The carrier as a sender of signed forms, for tests that say exactly what arrives and in which order."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from twilio.request_validator import RequestValidator
from werkzeug.test import TestResponse

from app.telephony.signature import signed_url

SUPPORTER_LEG = "CA" + "1" * 32
OFFICE_LEG = "CA" + "2" * 32
BEGUN = datetime.now(UTC).replace(microsecond=0)


@dataclass
class SignedSender:
    """Posts forms to the app as the carrier would for one call."""

    app: Flask
    call_id: int
    supporter_leg: str = SUPPORTER_LEG
    office_leg: str = OFFICE_LEG
    client: FlaskClient = field(init=False)

    def __post_init__(self) -> None:
        self.client = self.app.test_client()
        own = self.app.extensions["ringdown"]
        self.own, self.urls = own, own.voice_urls(self.call_id)

    def asks(self, what: str = "answered", **form: Any) -> TestResponse:
        """A turn of the supporter's leg: `answered`, or `after/STEP/PLACE/TURN`."""
        return self.posts(what, {"CallSid": self.supporter_leg, "CallStatus": "in-progress", **form})

    def reports(
        self, status: str, sequence: int, *, office: bool = False, rank: int = 0, at: int = 0, **form: Any
    ) -> TestResponse:
        """A status callback, `at` seconds into the call by the carrier's clock; of the office at `rank`."""
        parent = {"ParentCallSid": self.supporter_leg} if office else {}
        when = format_datetime(BEGUN + timedelta(seconds=at))
        sid = self._office_leg(rank) if office else self.supporter_leg
        told = {"CallSid": sid, "CallStatus": status, "SequenceNumber": str(sequence), "Timestamp": when}
        return self.posts(f"status/{rank}" if office else "status", {**told, **parent, **form})

    def _office_leg(self, rank: int) -> str:
        """The carrier's id of the leg to the office at `rank`."""
        return self.office_leg if rank == 0 else f"{self.office_leg[:-2]}{rank:02d}"

    def posts(self, what: str, form: dict[str, Any], *, token: str | None = None, **headers: str) -> TestResponse:
        """Any form, signed unless the signature is given."""
        path, form = self.path(what), {"AccountSid": self.own.settings.twilio_account_sid, **form}
        return self.sends(path, form, {"X-Twilio-Signature": self.signature(path, form, token), **headers})

    def path(self, what: str) -> str:
        """The path of one of the call's URLs."""
        return f"/voice/{self.urls.token}/{what}"

    def signature(self, path: str, form: dict[str, Any], token: str | None = None) -> str:
        """What the carrier would put under this form at this path."""
        url = signed_url(self.own.settings.public_base_url, path)
        return RequestValidator(token or self.own.settings.auth_tokens[0]).compute_signature(url, form)

    def sends(self, path: str, form: dict[str, Any], headers: dict[str, str]) -> TestResponse:
        """Any form with any headers, as it stands."""
        return self.client.post(path, data=form, headers=headers)
