"""The account by the official client (see `AccountApi`)."""

from decimal import Decimal

from twilio.rest.api.v2010.account import AccountInstance
from twilio.rest.voice.v1.dialing_permissions.country import CountryInstance

from app.config import Settings
from app.telephony.account.facts import Account, Permissions, Profile, Standing
from app.telephony.account.profiles import furthest
from app.telephony.account.territories import COUNTRIES_ASKED, only_ours
from app.telephony.carrier import CarrierRefused
from app.telephony.money import Money
from app.telephony.twilio_carrier import carrier_errors, twilio_client

NUMBER_TYPE = "local"


class TwilioAccount:
    """The account of the settings, at Twilio or whoever speaks its API."""

    def __init__(self, settings: Settings) -> None:
        self._client = twilio_client(settings)
        self._has_key = settings.has_api_key
        self._owner = twilio_client(settings, as_owner=True) if self._has_key else self._client
        self._sid = settings.twilio_account_sid

    def account(self) -> Account:
        """How it stands."""
        with carrier_errors():
            told = self._owner.api.accounts(self._sid).fetch()
            return Account(_standing(told), is_trial=str(told.type) == "Trial", name=str(told.friendly_name or ""))

    def takes_key(self) -> bool | None:
        """Whether it takes the API key for calls; None where there is none."""
        if not self._has_key:
            return None
        try:
            with carrier_errors():
                self._client.calls.list(limit=1)
        except CarrierRefused:
            return False
        return True

    def balance(self) -> Money:
        """What is left to spend."""
        with carrier_errors():
            told = self._client.balance.fetch()
            return Money.told(told.balance, told.currency)

    def profile(self) -> Profile:
        """How far its customer profile is: of several the one that is furthest."""
        with carrier_errors():
            return furthest(str(one.status) for one in self._client.trusthub.v1.customer_profiles.list(limit=50))

    def permissions(self) -> Permissions:
        """Whom it may ring."""
        with carrier_errors():
            told = self._client.voice.v1.dialing_permissions.countries.list(limit=COUNTRIES_ASKED)
            return Permissions(
                may_ring=frozenset(str(it.iso_code) for it in told if it.low_risk_numbers_enabled),
                may_ring_costly=frozenset(str(it.iso_code) for it in told if _is_costly(it)),
            )

    def permit_only_ours(self, now: Permissions) -> None:
        """Let it ring the United States and their territories, and nobody else."""
        with carrier_errors():
            updates = self._client.voice.v1.dialing_permissions.bulk_country_updates
            updates.create(update_request=only_ours(now.may_ring | now.may_ring_costly))

    def verified_numbers(self) -> list[str]:
        """The numbers that a trial account may ring."""
        with carrier_errors():
            return [str(one.phone_number) for one in self._client.outgoing_caller_ids.list(limit=50)]

    def number_price(self) -> Money:
        """What a number costs a month."""
        with carrier_errors():
            told = self._client.pricing.v1.phone_numbers.countries("US").fetch()
            prices: list[dict[str, str]] = list(told.phone_number_prices or [])  # type: ignore[arg-type]
            of_type = {str(one["number_type"]): one["current_price"] for one in prices}
            return Money.told(of_type[NUMBER_TYPE], told.price_unit)

    def call_price(self, sid: str) -> Money | None:
        """What a call cost, with the legs that were dialed from within; None as long as the carrier does not say.

        Of one that nobody answered it never does.
        """
        with carrier_errors():
            legs = [self._client.calls(sid).fetch(), *self._client.calls.list(parent_call_sid=sid, limit=20)]
            paid = [leg.price for leg in legs if leg.price or int(leg.duration or 0)]
            if not paid or not all(paid):
                return None
            return Money.told(sum(abs(Decimal(str(price))) for price in paid), legs[0].price_unit)


def _standing(told: AccountInstance) -> Standing:
    """How it stands; a word for it that we do not know is of one that calls, until a call is refused.

    Raises:
        ValueError: it says nothing of that.
    """
    if not told.status:
        raise ValueError("an account without a status")
    word = str(told.status)
    return Standing(word) if word in set(Standing) else Standing.ACTIVE


def _is_costly(country: CountryInstance) -> bool:
    """Whether numbers may be rung there that are dear, or known for fraud."""
    return bool(country.high_risk_special_numbers_enabled or country.high_risk_tollfraud_numbers_enabled)
