"""Whether the keys of legal holds are there: without one nothing can be sealed anew that must be kept."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.config import Settings
from app.guard.keys.folder import KeysFolder
from app.guard.keys.holds import HoldKeys
from app.privacy.holding.change import standing_holds
from app.readiness.check import About, Check, Weight

SENTENCE = (
    "The key of a legal hold is not in KEYS_PATH: until it is, the days' keys of what it keeps are not destroyed, and "
    "what it had sealed cannot be read."
)
CURE = "Bring the folder back, or end the hold under “Legal holds” and begin another. `flask privacy holds` names it."


def hold_checks(session: Session, config: Settings) -> Iterator[Check]:
    """Nothing where all are there, or nothing is held."""
    keys = HoldKeys(KeysFolder(config.keys_folder, config.encryption_keys))
    if any(not keys.is_there(hold.key_name) for hold in standing_holds(session)):
        yield Check(About.KEYS, Weight.WARNS, SENTENCE, CURE)
