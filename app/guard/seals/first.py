"""Since when a key is the first: what was sealed by that of before, and is kept by others, is good a while longer."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.guard.seals.seals import Seals
from models import KeyCheck

FIRST = "the first encryption key"


def note_first(session: Session, seals: Seals, now: datetime) -> None:
    """Remember that it is from now on, unless that is known. Where programs do not agree, it is no more."""
    new = insert(KeyCheck).values(name=FIRST, digest=seals.is_first, made_at=now)
    changed = {"digest": new.excluded.digest, "made_at": new.excluded.made_at}
    another = KeyCheck.digest != new.excluded.digest
    session.execute(new.on_conflict_do_update(index_elements=[KeyCheck.name], set_=changed, where=another))


def first_since(session: Session, seals: Seals) -> datetime | None:
    """None where this key was not seen as the first, or another was since."""
    return session.scalar(select(KeyCheck.made_at).where(KeyCheck.name == FIRST, KeyCheck.digest == seals.is_first))
