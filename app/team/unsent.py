"""Forms that came when whoever sent them was signed out already: kept for a day, so that nothing typed is lost."""

import json
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.guard.phone_vault import PhoneVault
from app.guard.seals.column import SealedColumn
from app.team.sessions import KEY_BYTES, hash_of
from models import Organizer, UnsentForm

PURPOSE = "unsent form"
KEPT_FOR = timedelta(days=1)
SEALED = (SealedColumn("unsent forms", UnsentForm.form_encrypted, PURPOSE),)
Fields = list[tuple[str, str]]


@dataclass(frozen=True)
class Unsent:
    """Where it was to be sent, and what; whether a file was among it, which is not kept."""

    path: str
    fields: Fields
    had_file: bool


def keep_unsent(session: Session, vault: PhoneVault, organizer_id: int, unsent: Unsent, *, now: datetime) -> str | None:
    """Keep it, encrypted, in place of what was kept of theirs. Returns a key to it; None where there is nobody."""
    if session.get(Organizer, organizer_id) is None:
        return None
    key = secrets.token_urlsafe(KEY_BYTES)
    form = json.dumps([unsent.path, unsent.fields, unsent.had_file])
    kept = {"key_hash": hash_of(key), "form_encrypted": vault.encrypt(form, purpose=PURPOSE), "kept_at": now}
    row = insert(UnsentForm).values(organizer_id=organizer_id, **kept)
    session.execute(row.on_conflict_do_update(index_elements=[UnsentForm.organizer_id], set_=kept))
    return key


def find_unsent(session: Session, vault: PhoneVault, organizer_id: int, key: str, now: datetime) -> Unsent | None:
    """What is kept of theirs, for the browser that has the key; nothing where ours is gone."""
    row = session.get(UnsentForm, organizer_id)
    if row is None or row.key_hash != hash_of(key) or now >= row.kept_at + KEPT_FOR:
        return None
    form = vault.opened(row.form_encrypted, purpose=PURPOSE)
    if form is None:
        return None
    path, fields, had_file = json.loads(form)
    return Unsent(path=path, fields=[(name, value) for name, value in fields], had_file=had_file)


def drop_unsent(session: Session, organizer_id: int) -> None:
    """Keep nothing of theirs."""
    session.execute(delete(UnsentForm).where(UnsentForm.organizer_id == organizer_id))


def forget_unsent(session: Session, now: datetime) -> None:
    """Delete what nobody came back for."""
    session.execute(delete(UnsentForm).where(UnsentForm.kept_at <= now - KEPT_FOR))
