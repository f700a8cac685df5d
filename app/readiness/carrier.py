"""Whether the carrier is set up, and takes the account."""

from collections.abc import Iterator
from http import HTTPStatus

from app.config import TWILIO_API, Settings
from app.readiness.check import About, Check, Weight
from app.readiness.outside import Outside

SET_BOTH = Check(
    About.CARRIER,
    Weight.WARNS,
    "TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN belong together, and one is missing.",
    "Set both.",
)
NO_ACCOUNT = Check(
    About.CARRIER,
    Weight.WARNS,
    "TWILIO_API_BASE_URL is set, but no account.",
    "Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.",
)


def carrier_checks(config: Settings, outside: Outside) -> Iterator[Check]:
    """What is not right with the account. Nothing needs to be set up for demos and rehearsals."""
    if bool(config.twilio_account_sid) != bool(config.auth_tokens):
        yield SET_BOTH
    elif config.twilio_account_sid:
        yield from _account_checks(config, outside.account_status())
    elif config.twilio_api_base_url != TWILIO_API:
        yield NO_ACCOUNT


def _account_checks(config: Settings, status: int | None) -> Iterator[Check]:
    if status is None:
        sentence = f"The carrier at {config.twilio_api_base_url} cannot be reached."
        yield Check(About.CARRIER, Weight.WARNS, sentence, "Check the network, TWILIO_API_BASE_URL.")
    elif status != HTTPStatus.OK:
        sentence = f"The carrier refuses the account ({status})."
        yield Check(About.CARRIER, Weight.WARNS, sentence, "Check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.")
