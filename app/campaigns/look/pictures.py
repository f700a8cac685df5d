"""Keeps pictures under names that nobody can guess, and finds them again."""

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.look.encode import Encoded
from app.store.rows import by_name
from models import Picture

NAME_BYTES = 24  # of chance


@dataclass(frozen=True)
class KeptPicture:
    """A picture as it is sent."""

    data: bytes
    media_type: str
    sha256: str


def keep_picture(session: Session, picture: Encoded, *, by: str) -> int:
    """Keep it; returns its id."""
    kept = Picture(
        name=secrets.token_urlsafe(NAME_BYTES),
        data=picture.data,
        media_type="image/png",
        width=picture.width,
        height=picture.height,
        sha256=hashlib.sha256(picture.data).hexdigest(),
        uploaded_by=by,
    )
    session.add(kept)
    session.flush()
    return kept.id


def find_picture(session: Session, name: str) -> KeptPicture | None:
    """The picture under this name."""
    picture = select(Picture.data, Picture.media_type, Picture.sha256).where(Picture.name == name)
    row = session.execute(picture).mappings().one_or_none()
    return by_name(KeptPicture, row) if row else None
