"""Whether the account with the carrier that was set up here cannot be opened: no key in the settings fits."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.carrier_setup import api_key, kept
from app.config import Settings
from app.guard.seals.seals import Seals
from app.readiness.check import About, Check, Weight
from models import CarrierSetup

BRING_IT_BACK = (
    "It is sealed by a key that is in PHONE_ENCRYPTION_KEYS no more: put that behind the present one, after a comma, "
    "in the settings of every program, and start them anew."
)
ACCOUNT = Check(
    About.CARRIER,
    Weight.WARNS,
    "The account that was set up under “Carrier” cannot be opened: nobody is rung.",
    f"{BRING_IT_BACK} If it is gone for good, paste account SID and auth token under “Carrier” again.",
)
API_KEY = Check(
    About.CARRIER,
    Weight.WARNS,
    "The API key that was set up under “Carrier” cannot be opened: calls are placed with the auth token.",
    f"{BRING_IT_BACK} If it is gone for good, make a new API key and paste it under “Carrier”.",
)


def shut_checks(session: Session, config: Settings) -> Iterator[Check]:
    """Nothing where the account in force is the environment's, or opens."""
    setup, seals = session.scalar(select(CarrierSetup)), Seals(config.encryption_keys)
    if setup is None or not setup.account_sid or setup.account_sid != config.twilio_account_sid:
        return
    if not config.auth_tokens and _is_shut(seals, setup.token_encrypted, kept.PURPOSE):
        yield ACCOUNT
    is_its_key = bool(setup.api_key_sid) and setup.api_key_sid == config.twilio_api_key_sid
    if is_its_key and not config.has_api_key and _is_shut(seals, setup.api_key_encrypted, api_key.PURPOSE):
        yield API_KEY


def _is_shut(seals: Seals, sealed: bytes | None, purpose: str) -> bool:
    return sealed is not None and seals.opened(sealed, purpose=purpose) is None
