"""Pictures of the small world."""

import io

from PIL import Image
from sqlalchemy.orm import Session

from app.campaigns.look.encode import encode
from app.campaigns.look.pictures import keep_picture
from models import Picture


def encoded_picture(kind: str = "PNG", size: tuple[int, int] = (300, 100), **how: object) -> bytes:
    """A file as somebody chooses it."""
    out = io.BytesIO()
    Image.new("RGB", size, "#0f5c63").save(out, kind, **how)
    return out.getvalue()


def a_picture(session: Session) -> Picture:
    """One that is kept."""
    kept = keep_picture(session, encode(encoded_picture(), within=(480, 160)), by="ana@example.org")
    session.commit()
    return session.get_one(Picture, kept)
