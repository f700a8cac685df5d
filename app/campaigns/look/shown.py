"""The pictures that an edition names, as pages need them: one statement, and none where it names none."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.campaigns.editions.content import Look
from app.store.rows import by_name
from models import Picture


@dataclass(frozen=True)
class ShownPicture:
    """A picture by its name, with its size, so that nothing moves when it comes."""

    id: int
    name: str
    width: int
    height: int


def pictures_of(session: Session, look: Look) -> Mapping[int, ShownPicture]:
    """Those there are, by their ids."""
    ids = [one for one in (look.logo_id, look.share_picture_id) if one is not None]
    if not ids:
        return {}
    query = select(Picture.id, Picture.name, Picture.width, Picture.height).where(Picture.id.in_(ids))
    return {row["id"]: by_name(ShownPicture, row) for row in session.execute(query).mappings()}
