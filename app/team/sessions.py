"""Where somebody is signed in: each browser has a key, and the key's row lets it in until it was idle for too long."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, bindparam, case, delete, select, update
from sqlalchemy.orm import Session, joinedload

from models import Organizer, OrganizerSession

IDLE_AT_MOST = timedelta(hours=12)
REMEMBERED_FOR = timedelta(days=14)
SEEN_ANEW = timedelta(minutes=1)  # more often it is not written down
KEY_BYTES = 32


@dataclass(frozen=True)
class Here:
    """The session of the browser that asks."""

    id: int
    key_hash: bytes
    remembered: bool
    seen_at: datetime

    @property
    def ends_at(self) -> datetime:
        """When it ends, unless it is used before."""
        return self.seen_at + (REMEMBERED_FOR if self.remembered else IDLE_AT_MOST)

    def was_seen(self, now: datetime) -> bool:
        """Whether that it is used is written down well enough."""
        return now - self.seen_at < SEEN_ANEW


_OF_KEY = (
    select(Organizer, OrganizerSession)
    .join(OrganizerSession, OrganizerSession.organizer_id == Organizer.id)
    .where(OrganizerSession.key_hash == bindparam("key_hash"), Organizer.active)
    .options(joinedload(Organizer.roles))
)


def begin_session(session: Session, organizer_id: int, *, device: str, remembered: bool, now: datetime) -> str:
    """Let a browser in; returns its key, of which nothing is kept but a hash."""
    key = secrets.token_urlsafe(KEY_BYTES)
    session.add(
        OrganizerSession(
            key_hash=hash_of(key),
            organizer_id=organizer_id,
            device=device[:80],
            remembered=remembered,
            began_at=now,
            seen_at=now,
        )
    )
    return key


def find_session(session: Session, key: str, now: datetime) -> tuple[Organizer, Here] | None:
    """Who is signed in with this key, and the session; None where it ended. One statement."""
    row = session.execute(_OF_KEY, {"key_hash": hash_of(key)}).unique().one_or_none()
    if row is None:
        return None
    organizer, kept = row
    here = Here(id=kept.id, key_hash=kept.key_hash, remembered=kept.remembered, seen_at=kept.seen_at)
    return (organizer, here) if now < here.ends_at else None


def note_seen(connection: Connection, here: Here, now: datetime) -> None:
    """Write down that it is used now."""
    connection.execute(update(OrganizerSession).where(OrganizerSession.id == here.id).values(seen_at=now))


def open_sessions(session: Session, organizer_id: int, now: datetime) -> list[OrganizerSession]:
    """Where they are signed in, the one that was seen last first."""
    theirs = select(OrganizerSession).where(OrganizerSession.organizer_id == organizer_id, ~_is_over(now))
    return list(session.scalars(theirs.order_by(OrganizerSession.seen_at.desc(), OrganizerSession.id.desc())))


def end_session(session: Session, organizer_id: int, session_id: int) -> str | None:
    """End one of theirs; returns which device it was on, None where there is no such session of theirs."""
    this = (OrganizerSession.id == session_id) & (OrganizerSession.organizer_id == organizer_id)
    return session.scalar(delete(OrganizerSession).where(this).returning(OrganizerSession.device))


def end_session_of_key(session: Session, key: str) -> None:
    """End the one that a browser has."""
    session.execute(delete(OrganizerSession).where(OrganizerSession.key_hash == hash_of(key)))


def end_sessions(session: Session, organizer_id: int, *, but: bytes | None = None) -> int:
    """End all of theirs, but the one whose key has this hash; returns how many ended."""
    theirs = OrganizerSession.organizer_id == organizer_id
    others = theirs if but is None else theirs & (OrganizerSession.key_hash != but)
    return len(session.scalars(delete(OrganizerSession).where(others).returning(OrganizerSession.id)).all())


def forget_ended_sessions(session: Session, now: datetime) -> None:
    """Delete the rows that let nobody in any more."""
    session.execute(delete(OrganizerSession).where(_is_over(now)))


def hash_of(key: str) -> bytes:
    """What is kept of a key. It is nothing but chance, so that nobody finds it by trying."""
    return hashlib.sha256(key.encode()).digest()


def _is_over(now: datetime) -> ColumnElement[bool]:
    since = case((OrganizerSession.remembered, now - REMEMBERED_FOR), else_=now - IDLE_AT_MOST)
    return OrganizerSession.seen_at <= since
