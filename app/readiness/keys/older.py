"""Whether an older key may go that is still in the settings, and what lacks one that went."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from app.calls.own_phone import shown
from app.clock import EASTERN
from app.config import Settings
from app.guard.keys.folder import KeysFolder
from app.guard.keys.wrapping import wrapped_by
from app.guard.seals.column import opened_by
from app.guard.seals.first import first_since
from app.guard.seals.seals import Seals
from app.readiness.check import About, Check, Weight
from app.readiness.keys.every_seal import EVERY_SEAL
from app.readiness.keys.shut import BRING_IT_BACK
from app.team import new_address

KEPT_BY_OTHERS = max(shown.GOOD_FOR, new_address.GOOD_FOR)  # what carries a seal, and lies where nobody seals it anew
NOT_YET = "An old key in PHONE_ENCRYPTION_KEYS may not go yet: "
BY_ITSELF = "The worker seals that anew within minutes. Leave both keys there, and ask again."
MAY_GO = Check(
    About.KEYS,
    Weight.HINTS,
    "The old key may go: the first in PHONE_ENCRYPTION_KEYS opens all there is.",
    "Take whatever stands behind the first out of the settings of every program, and keep it as long as backups of "
    "until now: who restores one puts it behind the first again.",
)
DAYS_KEYS = "keys in KEYS_PATH"


def older_key_checks(session: Session, config: Settings, now: datetime) -> Iterator[Check]:
    """Of what is sealed for longer than a day, and of the days' keys."""
    seals = Seals(config.encryption_keys)
    columns = {of: opened_by(session, seals, of) for of in EVERY_SEAL}
    days = wrapped_by(KeysFolder(config.keys_folder, config.encryption_keys))
    for of, opened in columns.items():
        if opened.none and of.cure:
            cure = f"{BRING_IT_BACK} If it is gone for good, {of.cure}."
            yield Check(About.KEYS, Weight.WARNS, f"No key opens {opened.none} of the {of.what}.", cure)
    if days.none:
        sentence = f"No key opens {days.none} of the {DAYS_KEYS}, nor the numbers and notes that they sealed."
        cure = f"{BRING_IT_BACK} If it is gone for good, do nothing: those of days end by themselves."
        yield Check(About.KEYS, Weight.HINTS, sentence, cure)
    if seals.has_older:
        older = {**{of.what: opened.older for of, opened in columns.items()}, DAYS_KEYS: days.older}
        yield _whether_it_may_go(older, first_since(session, seals), now)


def _whether_it_may_go(older: dict[str, int], since: datetime | None, now: datetime) -> Check:
    alone = ", ".join(f"{what} ({how_many})" for what, how_many in older.items() if how_many)
    if alone:
        return _not_yet(f"it alone opens {alone}.", BY_ITSELF)
    if since is None:
        return _not_yet("no worker has begun to seal by the first one.", BY_ITSELF)
    if now < since + KEPT_BY_OTHERS:
        until = f"{(since + KEPT_BY_OTHERS).astimezone(EASTERN):%B %-d, %-I:%M %p}"
        return _not_yet(f"letters and pages sent before the first one was first are good until {until}.", "Wait.")
    return MAY_GO


def _not_yet(why: str, cure: str) -> Check:
    return Check(About.KEYS, Weight.HINTS, f"{NOT_YET}{why}", cure)
