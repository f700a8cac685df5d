"""The telephone numbers of the carrier's account, and what their callers hear."""

from twilio.rest.api.v2010.account.incoming_phone_number import IncomingPhoneNumberInstance

from app.config import Settings
from app.telephony.number_setup import NumberSetup
from app.telephony.twilio_carrier import carrier_errors, twilio_client


class AccountNumbers:
    """The numbers that the account owns. Every method may raise CarrierError."""

    def __init__(self, settings: Settings) -> None:
        self._client = twilio_client(settings)

    def setup_of(self, number: str) -> NumberSetup | None:
        """How the number is set up, None if the account does not own it."""
        with carrier_errors():
            mine = self._find(number)
        if mine is None:
            return None
        return NumberSetup(mine.voice_url or "", mine.voice_fallback_url or "", mine.status_callback or "")

    def connect(self, number: str, setup: NumberSetup) -> bool:
        """Set the number up so; False if the account does not own it."""
        with carrier_errors():
            mine = self._find(number)
            if mine is None:
                return False
            mine.update(
                voice_url=setup.voice_url,
                voice_method="POST",
                voice_fallback_url=setup.fallback_url,
                voice_fallback_method="POST",
                status_callback=setup.status_url,
                status_callback_method="POST",
            )
        return True

    def _find(self, number: str) -> IncomingPhoneNumberInstance | None:
        """The carrier looks for a part of a number, so that it may find others too."""
        found = self._client.incoming_phone_numbers.list(phone_number=number, limit=20)
        return next((one for one in found if one.phone_number == number), None)
