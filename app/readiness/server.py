"""Whether the carrier can reach this server, and other servers can read what it writes."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from app.config import TWILIO_API, Settings
from app.readiness.check import About, Check, Weight
from app.readiness.outside import Outside

NOT_SAFE = Check(
    About.ADDRESS,
    Weight.WARNS,
    "PUBLIC_BASE_URL is not https, so the carrier cannot reach it safely.",
    "Set it to this server's address.",
)
KEYS = frozenset({"secret_key", "phone_encryption_keys", "phone_hash_key"})


def address_checks(config: Settings, outside: Outside) -> Iterator[Check]:
    """What is not right with this server's address, where Twilio has to reach it."""
    if not config.twilio_account_sid or config.twilio_api_base_url != TWILIO_API:
        return
    here = f"{config.public_base_url}/healthz"
    if urlsplit(config.public_base_url).scheme != "https":
        yield NOT_SAFE
    elif not outside.answers(here):
        cure = "Is the web app running, and the address right?"
        yield Check(About.ADDRESS, Weight.WARNS, f"{here} does not answer.", cure)


def key_checks(config: Settings) -> Iterator[Check]:
    """Keys that other servers on the same database do not have."""
    made_here = KEYS - config.model_fields_set
    if config.database_url and config.twilio_account_sid and made_here:
        names = ", ".join(sorted(name.upper() for name in made_here))
        sentence = "Keys were made on this computer alone, other servers cannot read its numbers."
        yield Check(About.KEYS, Weight.WARNS, sentence, f"Set: {names}")
