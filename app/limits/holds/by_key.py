"""Rings nobody where the do-not-call key does not fit this database: it could not know whom to leave in peace."""

import hmac
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.guard.phone_vault import DO_NOT_CALL, PhoneVault
from app.limits.holds.change import Held, hold, hold_of, let_go
from models import EVERY_CAMPAIGN, DoNotCall, KeyCheck, WhyHeld

WITHOUT_KEY = Held(EVERY_CAMPAIGN, WhyHeld.WITHOUT_KEY)
SENTENCE = "The key by which numbers are known that asked never to be called (DO_NOT_CALL_KEY) is not this database's."


def key_fits(session: Session, vault: PhoneVault) -> bool:
    """Whether it is the key that was first used with this database, which remembers that."""
    mine = vault.check_value(DO_NOT_CALL)
    session.execute(insert(KeyCheck).values(name=DO_NOT_CALL, digest=mine).on_conflict_do_nothing())
    return not is_of_another_key(session, mine)


def is_of_another_key(session: Session, mine: bytes) -> bool:
    """Whether another key than that of this check value was used with this database."""
    kept = session.scalar(select(KeyCheck.digest).where(KeyCheck.name == DO_NOT_CALL))
    return kept is not None and not hmac.compare_digest(kept, mine)


def hold_without_key(session: Session, vault: PhoneVault, now: datetime) -> bool:
    """Hold every campaign back where it does not fit; returns whether it does."""
    fits = key_fits(session, vault)
    if not fits:
        hold(session, WITHOUT_KEY, SENTENCE, now)
    return fits


def look_at_key(session: Session, vault: PhoneVault, now: datetime) -> None:
    """The same as a program starts: where it fits, what was held back for that goes on."""
    standing = hold_of(session, WITHOUT_KEY)
    if hold_without_key(session, vault, now) and standing:
        let_go(session, standing.id, now)


def take_new_key(session: Session, vault: PhoneVault) -> int:
    """The key is lost for good: begin anew with this one; returns how many refusals nobody can know any more."""
    lost = session.execute(delete(DoNotCall).returning(DoNotCall.how)).all()
    session.execute(delete(KeyCheck).where(KeyCheck.name == DO_NOT_CALL))
    key_fits(session, vault)
    return len(lost)
