"""The telephone numbers of the carrier's account, what their callers hear, and those that can be bought."""

from collections.abc import Mapping

from twilio.rest.api.v2010.account.incoming_phone_number import IncomingPhoneNumberInstance

from app.config import Settings
from app.telephony.account.facts import NumberForSale, OurNumber
from app.telephony.number_setup import NumberSetup
from app.telephony.twilio_carrier import carrier_errors, twilio_client

MOST_OWNED = 1000
MOST_OFFERED = 10


class AccountNumbers:
    """The numbers that the account owns (see `NumbersApi`)."""

    def __init__(self, settings: Settings) -> None:
        self._client = twilio_client(settings)

    def owned(self) -> list[OurNumber]:
        """All of them."""
        with carrier_errors():
            return [_ours(one) for one in self._client.incoming_phone_numbers.list(limit=MOST_OWNED, page_size=200)]

    def find(self, number: str) -> OurNumber | None:
        """This one, None if the account does not own it. The carrier looks for a part, so it may find others too."""
        with carrier_errors():
            found = self._client.incoming_phone_numbers.list(phone_number=number, limit=20)
            return next((_ours(one) for one in found if one.phone_number == number), None)

    def connect(self, number: str, setup: NumberSetup) -> bool:
        """Set the number up so; False if the account does not own it."""
        mine = self.find(number)
        if mine is None:
            return False
        with carrier_errors():
            self._client.incoming_phone_numbers(mine.sid).update(**as_told(setup))
        return True

    def for_sale(self, area_code: str) -> list[NumberForSale]:
        """Numbers of this area that take voice, and need no proof of an address."""
        with carrier_errors():
            found = self._client.available_phone_numbers("US").local.list(
                area_code=int(area_code), voice_enabled=True, exclude_all_address_required=True, limit=MOST_OFFERED
            )
            return [NumberForSale(str(it.phone_number), _place(it.locality, it.region)) for it in found]

    def buy(self, number: str, setup: NumberSetup) -> None:
        """Buy it, set up so. Where the answer was lost it may be ours: look before asking again."""
        with carrier_errors():
            bought = self._client.incoming_phone_numbers.create(phone_number=number, **as_told(setup))
            if bought.phone_number != number:
                raise ValueError("an answer about another number")


def as_told(setup: NumberSetup) -> Mapping[str, str]:
    """As the carrier is told it. What would be asked in place of these URLs is cleared."""
    return {
        "voice_url": setup.voice_url,
        "voice_method": "POST",
        "voice_fallback_url": setup.fallback_url,
        "voice_fallback_method": "POST",
        "status_callback": setup.status_url,
        "status_callback_method": "POST",
        "voice_application_sid": "",
        "trunk_sid": "",
    }


def _ours(told: IncomingPhoneNumberInstance) -> OurNumber:
    can: Mapping[str, object] = told.capabilities or {}  # type: ignore[assignment]  # a mapping, whatever its type says
    if not told.phone_number:
        raise ValueError("a number without digits")
    return OurNumber(
        sid=str(told.sid),
        e164=str(told.phone_number),
        name=told.friendly_name or "",
        has_voice=can.get("voice") is not False,
        setup=NumberSetup(told.voice_url or "", told.voice_fallback_url or "", told.status_callback or ""),
        hijacked_by=tuple(filter(None, (told.voice_application_sid, told.trunk_sid))),
    )


def _place(locality: str | None, region: str | None) -> str:
    return ", ".join(filter(None, (locality, region)))
