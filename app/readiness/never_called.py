"""Whether the key is this database's by which numbers are known that asked never to be called."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.config import Settings
from app.guard.phone_vault import DO_NOT_CALL, check_value
from app.limits.holds.by_key import is_of_another_key
from app.readiness.check import About, Check, Weight

DOES_NOT_FIT = Check(
    About.KEYS,
    Weight.BLOCKS,
    "DO_NOT_CALL_KEY is not the key of this database: nobody is rung, since whoever asked never to be called would be.",
    "Set the one of before, and start anew. It stands in the settings, or in instance/secrets.json, of the server that "
    "was first used with this database; before it had a key of its own it was PHONE_HASH_KEY. If it is gone for good: "
    "`flask privacy lost-do-not-call-key`.",
)


def never_called_checks(session: Session, config: Settings) -> Iterator[Check]:
    """Nothing where it fits, or none was used yet."""
    if is_of_another_key(session, check_value(config.never_called_key, DO_NOT_CALL)):
        yield DOES_NOT_FIT
