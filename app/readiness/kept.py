"""What was not right with the carrier when somebody last looked: asks nobody, so that pages and probes may say it."""

from sqlalchemy.orm import Session

from app.carrier_setup.looked import last_looked
from app.config import Settings
from app.readiness.carrier import carrier_checks
from app.readiness.check import Check
from app.readiness.keys.shut import shut_checks
from app.readiness.numbers import number_checks
from app.readiness.server import address_checks


def kept_checks(session: Session, config: Settings) -> list[Check]:
    """The same checks as `flask doctor` makes; none of an account at which nobody looked yet."""
    seen, shut = last_looked(session, config.twilio_account_sid), list(shut_checks(session, config))
    if seen is None:
        return list(carrier_checks(config, None, shut))
    looked, base_url = seen[0], config.public_base_url
    return [
        *carrier_checks(config, looked, shut),
        *address_checks(config, looked),
        *number_checks(session, looked, base_url),
    ]
