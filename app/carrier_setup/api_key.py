"""The API key that may place the calls in place of the account's token: kept encrypted, as that is."""

from dataclasses import dataclass

from pydantic import SecretStr

from app.carrier_setup.sealed import unsealed
from app.config import Settings
from app.guard.phone_vault import PhoneVault
from models import CarrierSetup

PURPOSE = "carrier.api_key"


@dataclass(frozen=True)
class ApiKey:
    """Its SID and its secret; both are empty where none is used."""

    sid: str
    secret: SecretStr

    def within(self, settings: Settings) -> Settings:
        """The settings with this key; the environment's comes first."""
        if is_key_in_environment(settings):
            return settings
        return settings.model_copy(update={"twilio_api_key_sid": self.sid, "twilio_api_key_secret": self.secret})


NO_KEY = ApiKey("", SecretStr(""))


def is_key_in_environment(settings: Settings) -> bool:
    """Whether the environment names a key: then none is set up here."""
    return bool(settings.twilio_api_key_sid or settings.twilio_api_key_secret.get_secret_value())


def keep_key(kept: CarrierSetup, vault: PhoneVault, key: ApiKey) -> None:
    """Use this key from now on; none, where it is empty."""
    secret = key.secret.get_secret_value()
    kept.api_key_sid = key.sid
    kept.api_key_encrypted = vault.encrypt(secret, purpose=PURPOSE) if key.sid else None


def kept_key(kept: CarrierSetup, vault: PhoneVault) -> ApiKey:
    """The key that was set up here."""
    return ApiKey(kept.api_key_sid, unsealed(vault, kept.api_key_encrypted, PURPOSE)) if kept.api_key_sid else NO_KEY
