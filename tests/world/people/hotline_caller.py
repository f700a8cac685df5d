"""Somebody on the hotline, as the carrier tells of them: any caller ID, any answer, in any order."""

from typing import Any

from werkzeug.test import TestResponse

from tests.world.campaign.campaigns import CAMPAIGN_NUMBER
from tests.world.carrier.signed_sender import SignedSender


class HotlineCaller(SignedSender):
    """Posts what the carrier would for a call to the hotline; `call_id` is the one that it will have."""

    sid, number = "CA" + "7" * 32, "+14135550142"

    def tells(self, path: str, **form: Any) -> TestResponse:
        """Any request about this call."""
        usual = {"CallSid": self.sid, "From": self.number, "To": CAMPAIGN_NUMBER, "Direction": "inbound"}
        form = {"AccountSid": self.own.settings.twilio_account_sid, "CallStatus": "in-progress", **usual, **form}
        return self.sends(path, form, {"X-Twilio-Signature": self.signature(path, form)})

    def dials(self, **form: Any) -> str:
        """The first request; returns what is answered."""
        return self.tells("/voice/hotline", **form).text

    def says(self, step: str, turn: int = 1, **form: Any) -> str:
        """An answer at a step."""
        return self.tells(self.path(f"after/{step}/0/{turn}"), **form).text
