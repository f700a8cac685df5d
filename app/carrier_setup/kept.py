"""The account that admins set up here, its token encrypted; the one before is accepted for a while."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from pydantic import SecretStr
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.carrier_setup.api_key import NO_KEY, ApiKey, keep_key, kept_key
from app.carrier_setup.api_key import PURPOSE as OF_THE_KEY
from app.carrier_setup.sealed import unsealed
from app.config import Settings
from app.guard.phone_vault import PhoneVault
from app.guard.seals.column import SealedColumn
from models import CarrierSetup

PURPOSE = "carrier.token"
ACCEPTED_FOR = timedelta(hours=24)  # the carrier signs with the token before for a while, and calls last
SEALED = (
    SealedColumn("the carrier's account", CarrierSetup.token_encrypted, PURPOSE),
    SealedColumn("its token of before", CarrierSetup.previous_encrypted, PURPOSE),
    SealedColumn("its API key", CarrierSetup.api_key_encrypted, OF_THE_KEY),
)


@dataclass(frozen=True)
class Credentials:
    """What opens an account with the carrier; calls may be placed with a key."""

    account_sid: str
    auth_token: SecretStr
    key: ApiKey = NO_KEY

    def within(self, settings: Settings, previous: SecretStr | None = None) -> Settings:
        """The settings, with this account."""
        account = {
            "twilio_account_sid": self.account_sid,
            "twilio_auth_token": self.auth_token,
            "twilio_previous_auth_token": previous or SecretStr(""),
        }
        return self.key.within(settings).model_copy(update=account)


def is_in_environment(settings: Settings) -> bool:
    """Whether the environment names an account: then none is set up here."""
    return bool(settings.twilio_account_sid or settings.auth_tokens)


def keep_credentials(session: Session, vault: PhoneVault, credentials: Credentials, *, by: str, now: datetime) -> None:
    """Use this account from now on. Of the same account the token until now stays good for a day."""
    kept = kept_setup(session, lock=True)
    if kept.account_sid == credentials.account_sid and kept.token_encrypted:
        kept.previous_encrypted, kept.previous_until = kept.token_encrypted, now + ACCEPTED_FOR
    else:
        kept.previous_encrypted = kept.previous_until = None
    kept.account_sid = credentials.account_sid
    kept.token_encrypted = vault.encrypt(credentials.auth_token.get_secret_value(), purpose=PURPOSE)
    keep_key(kept, vault, credentials.key)
    kept.set_by, kept.set_at = by, now


def forget_credentials(session: Session) -> None:
    """Use no account that was set up here."""
    kept = kept_setup(session, lock=True)
    kept.account_sid, kept.token_encrypted, kept.previous_encrypted, kept.previous_until = "", None, None, None
    kept.api_key_sid, kept.api_key_encrypted = "", None
    kept.looked = kept.looked_at = None


def kept_setup(session: Session, *, lock: bool = False) -> CarrierSetup:
    """What is kept; an empty row where nothing is."""
    query = select(CarrierSetup).execution_options(populate_existing=True)
    kept = session.scalar(query.with_for_update() if lock else query)
    if kept is None:
        session.execute(insert(CarrierSetup).on_conflict_do_nothing())  # another admin may do so at the same moment
        kept = session.scalars(query.with_for_update() if lock else query).one()
    return kept


def settings_with(kept: CarrierSetup | None, settings: Settings, vault: PhoneVault, now: datetime) -> Settings:
    """The settings with the account that is kept; as they are where none is."""
    if kept is None or not kept.token_encrypted:
        return settings
    is_young = kept.previous_until is not None and now < kept.previous_until
    previous = unsealed(vault, kept.previous_encrypted, PURPOSE) if is_young else SecretStr("")
    token = unsealed(vault, kept.token_encrypted, PURPOSE)
    return Credentials(kept.account_sid, token, kept_key(kept, vault)).within(settings, previous)
