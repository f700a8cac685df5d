"""Whether a campaign can ring anybody: its number, the carrier, and a test call."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from app.carrier_setup.looked import last_looked
from app.carrier_setup.test_call.stops import went_well
from app.config import Settings
from app.readiness.check import About, Weight
from app.readiness.kept import kept_checks
from app.readiness.numbers import checks_of
from app.readiness.worker import worker_checks
from app.setting_values import THIS_COMPUTER
from models import Campaign

NO_NUMBER = "It has no telephone number of its own yet: without one its page offers own phones alone."
NO_CARRIER = "No carrier is set up yet. An admin does that under “Carrier”."
NOT_LOOKED = "Nobody has asked the carrier yet how the account stands. An admin does that under “Carrier”."
TEST_CALL = "No test call went well yet with the number that it has now. It takes a minute, and disturbs no office."
OURS = frozenset({About.CARRIER, About.ADDRESS})


def is_outside(settings: Settings) -> bool:
    """Whether phones ring outside this computer: in the demo there is nothing to set up."""
    return urlsplit(settings.twilio_api_base_url).hostname not in THIS_COMPUTER


def open_number(session: Session, campaign: Campaign, settings: Settings) -> Iterator[str]:
    """What is not right with its number, as far as the carrier was asked."""
    seen = last_looked(session, settings.twilio_account_sid) if settings.has_carrier else None
    if not campaign.phone_number:
        yield NO_NUMBER
    elif seen and seen[0].numbers is not None:
        yield from (check.sentence for check in checks_of(campaign.phone_number, seen[0], settings.public_base_url))


def open_carrier(session: Session, settings: Settings) -> Iterator[str]:
    """What keeps the carrier from ringing supporters."""
    if not settings.has_carrier:
        yield NO_CARRIER
    elif last_looked(session, settings.twilio_account_sid) is None:
        yield NOT_LOOKED
    for check in kept_checks(session, settings):
        if check.about in OURS and check.weight is not Weight.HINTS:
            yield str(check)
    yield from (str(check) for check in worker_checks(session, settings))


def open_test_call(session: Session, campaign: Campaign) -> Iterator[str]:
    """Whether somebody heard one to its end."""
    if not went_well(session, campaign):
        yield TEST_CALL
