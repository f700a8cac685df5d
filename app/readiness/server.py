"""Whether the carrier can reach this server, and other servers can read what it writes."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.orm import Session

from app.carrier_setup.looked import Looked
from app.config import Settings
from app.guard.journal.file import Journal
from app.guard.keys.folder import KeysFolder
from app.guard.keys.holds import HoldKeys
from app.guard.phone_vault import DO_NOT_CALL, JOURNAL, NOTES, check_value
from app.instance import instance_folder
from app.limits.holds.by_key import is_of_another_key
from app.privacy.holding.change import standing_holds
from app.readiness.check import About, Check, Weight
from app.setting_values import THIS_COMPUTER

TUNNEL = (
    "On a laptop a tunnel makes it reachable: start one to this port, and set PUBLIC_BASE_URL to the tunnel's address."
)
NOT_SAFE = Check(
    About.ADDRESS,
    Weight.WARNS,
    "PUBLIC_BASE_URL is not https, so the carrier cannot reach it safely.",
    f"Set it to this server's address. {TUNNEL}",
)
ALL_ONE_VISITOR = Check(
    About.ADDRESS,
    Weight.WARNS,
    "TRUSTED_PROXIES is not set, but browsers come by https, and so through a proxy: all supporters are one visitor, "
    "who may have very few numbers rung an hour.",
    "Set it to how many proxies or tunnels stand before this server, as a rule 1; each has to send X-Forwarded-For.",
)
DOES_NOT_FIT = Check(
    About.KEYS,
    Weight.BLOCKS,
    "DO_NOT_CALL_KEY is not the key of this database: nobody is rung, since whoever asked never to be called would be.",
    "Set the one of before, and start anew. It stands in the settings, or in instance/secrets.json, of the server that "
    "was first used with this database; before it had a key of its own it was PHONE_HASH_KEY. If it is gone for good: "
    "`flask privacy lost-do-not-call-key`.",
)
NO_KEY_OF_A_HOLD = Check(
    About.KEYS,
    Weight.WARNS,
    "The key of a legal hold is not in KEYS_PATH: until it is, the days' keys of what it keeps are not destroyed, and "
    "what it had sealed cannot be read.",
    "Bring the folder back, or end the hold under “Legal holds” and begin another. `flask privacy holds` names it.",
)
NOT_WRITTEN = (
    "The journal beside the keys cannot be written: who asks never to be called, or to be forgotten, is not known any "
    "more once an older database is restored."
)
BROKEN = "One for each crash in the middle of writing is nothing to worry about; many are: look at that disk."
KEYS = frozenset({"secret_key", "phone_encryption_keys", "phone_hash_key"})


def address_checks(config: Settings, looked: Looked) -> Iterator[Check]:
    """What is not right with this server's address, where a carrier has to reach it."""
    if not config.is_https and urlsplit(config.twilio_api_base_url).hostname not in THIS_COMPUTER:
        yield NOT_SAFE
    elif looked.reached is False:
        sentence = f"What the carrier sends to {config.public_base_url} does not arrive at this server."
        cure = "Is the web app running, the address right, and nothing in between that changes requests? "
        yield Check(About.ADDRESS, Weight.WARNS, sentence, f"{cure}{TUNNEL}")


def proxy_checks(config: Settings) -> Iterator[Check]:
    """Proxies that must be there, since this server itself speaks no https, and are not trusted."""
    if config.is_https and not config.trusted_proxies:
        yield ALL_ONE_VISITOR


def key_checks(config: Settings) -> Iterator[Check]:
    """Keys that other servers on the same database do not have."""
    made_here = KEYS - config.model_fields_set
    if config.database_url and config.twilio_account_sid and made_here:
        names = ", ".join(sorted(name.upper() for name in made_here))
        sentence = "Keys were made on this computer alone, other servers cannot read its numbers."
        yield Check(About.KEYS, Weight.WARNS, sentence, f"Set: {names}")
    yield from _days_keys(config)
    yield from _journals(config.keys_folder / JOURNAL)


def _journals(folder: Path) -> Iterator[Check]:
    """What is refused and forgotten, and taken out of notes, written beside the keys."""
    journals = (Journal(folder), Journal(folder, NOTES))
    written = [it for it in (folder, *(it.file for it in journals)) if it.exists()]
    shut = next((it for it in written if not os.access(it, os.W_OK)), None)
    if folder.parent.exists() and shut:
        yield Check(About.KEYS, Weight.WARNS, NOT_WRITTEN, f"Let this program write {shut}")
    for journal in journals:
        if broken := journal.how_many_are_broken():
            lines = "A line" if broken == 1 else f"{broken} lines"
            yield Check(About.KEYS, Weight.HINTS, f"{lines} of {journal.file} cannot be read.", BROKEN)


def _days_keys(config: Settings) -> Iterator[Check]:
    """Where the days' keys lie, once people are rung: beside the data whoever takes the one has the other."""
    folder = config.keys_folder.resolve()
    if not os.access(next(it for it in (folder, *folder.parents) if it.exists()), os.W_OK | os.X_OK):
        sentence = (
            "The folder of the days' keys cannot be written: from tomorrow on nobody can be rung, and who asks never "
            "to be called, or to be forgotten, is not known any more once an older database is restored."
        )
        yield Check(About.KEYS, Weight.WARNS, sentence, f"Let this program write {folder}")
    elif config.has_carrier and folder.is_relative_to(instance_folder().resolve()):
        beside = "database and backups" if config.database_url else "database, which lies there, too, and backups"
        sentence = "The days' keys lie under instance/: a copy of it reads what was to be forgotten."
        yield Check(About.KEYS, Weight.WARNS, sentence, f"Set KEYS_PATH to a folder apart from {beside}")


def never_called_checks(session: Session, config: Settings) -> Iterator[Check]:
    """Nothing where it fits, or none was used yet."""
    if is_of_another_key(session, check_value(config.never_called_key, DO_NOT_CALL)):
        yield DOES_NOT_FIT


def hold_checks(session: Session, config: Settings) -> Iterator[Check]:
    """Nothing where the keys of all legal holds are there, or nothing is held."""
    keys = HoldKeys(KeysFolder(config.keys_folder, config.encryption_keys))
    if any(not keys.is_there(hold.key_name) for hold in standing_holds(session)):
        yield NO_KEY_OF_A_HOLD
