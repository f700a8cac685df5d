"""Keeps what organizers recorded, under names that nobody can guess, and finds it again."""

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audio import Sound
from app.store.rows import by_name
from models import Recording

NAME_BYTES = 24  # of chance


@dataclass(frozen=True)
class KeptSound:
    """A WAV file and its hash."""

    wav: bytes
    sha256: str


def keep_recording(session: Session, sound: Sound, *, file_name: str, by: str) -> int:
    """Keep it; returns its id."""
    recording = Recording(
        name=secrets.token_urlsafe(NAME_BYTES),
        wav=sound.wav,
        size=len(sound.wav),
        seconds=sound.seconds,
        sha256=hashlib.sha256(sound.wav).hexdigest(),
        file_name=file_name,
        uploaded_by=by,
    )
    session.add(recording)
    session.flush()
    return recording.id


def find_recording(session: Session, name: str) -> KeptSound | None:
    """The sound under this name."""
    sound = select(Recording.wav, Recording.sha256).where(Recording.name == name)
    row = session.execute(sound).mappings().one_or_none()
    return by_name(KeptSound, row) if row else None
