"""Codes for whoever has lost their second factor: shown once, kept as hashes alone, and each good for one time."""

import secrets

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from models import Organizer

PURPOSE = "recovery-code"
HOW_MANY = 8
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"  # none that is taken for another  # pragma: allowlist secret
GROUPS, LONG = 3, 4


def make_codes(vault: PhoneVault, organizer: Organizer) -> list[str]:
    """New codes; those from before count no more."""
    codes = [_code() for _ in range(HOW_MANY)]
    organizer.mf_recovery_codes = [_hash(vault, code) for code in codes]
    return codes


def use_code(session: Session, vault: PhoneVault, organizer: Organizer, typed: str) -> bool:
    """Whether it is one of theirs; then it is none any more. Of two at once, one waits and finds it gone."""
    session.execute(select(Organizer.id).where(Organizer.id == organizer.id).with_for_update())
    session.refresh(organizer, ["mf_recovery_codes"])
    codes, this = list(organizer.mf_recovery_codes or ()), _hash(vault, typed)
    if this not in codes:
        return False
    organizer.mf_recovery_codes = [code for code in codes if code != this]
    session.flush()
    return True


def _code() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(LONG)) for _ in range(GROUPS))


def _hash(vault: PhoneVault, code: str) -> str:
    """The same however it is written: in capitals, with spaces for dashes, or with neither."""
    return vault.fingerprint("".join(filter(str.isalnum, code.lower())), purpose=PURPOSE).hex()
