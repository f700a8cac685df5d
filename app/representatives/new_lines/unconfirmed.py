"""The numbers of offices that nobody has confirmed but who set them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import Session

from app.store.rows import by_name
from models import HolderLine, NewLine, OfficeHolder, OfficeLine


@dataclass(frozen=True)
class Unconfirmed:
    """One number of somebody who sits now; as long as it `waits` another one is used."""

    holder_id: int
    geoid: str
    name: str
    e164: str
    extension: str
    set_by: str
    set_at: datetime
    used_from: datetime
    waits: bool


def unconfirmed(session: Session, holder_id: int | None = None) -> tuple[Unconfirmed, ...]:
    """All of them, or those of one office; what was set longest ago first."""
    found = _UNCONFIRMED if holder_id is None else _UNCONFIRMED.where(NewLine.holder_id == holder_id)
    return tuple(by_name(Unconfirmed, row) for row in session.execute(found).mappings())


def of_this_office() -> Select[NewLine]:
    """Numbers that an office has now and that are not confirmed."""
    this = and_(OfficeLine.e164 == NewLine.e164, OfficeLine.extension == NewLine.extension)
    held = and_(HolderLine.line_id == OfficeLine.id, HolderLine.holder_id == NewLine.holder_id)
    return select(NewLine).join(OfficeLine, this).join(HolderLine, held).where(NewLine.confirmed_at.is_(None))


def _all() -> Select[*tuple[object, ...]]:
    holder = (OfficeHolder.district_geoid.label("geoid"), OfficeHolder.name)
    facts = (NewLine.set_by, NewLine.set_at, NewLine.used_from, NewLine.waits)
    columns = (NewLine.holder_id, *holder, NewLine.e164, NewLine.extension, *facts)
    theirs = of_this_office().join(OfficeHolder, OfficeHolder.id == NewLine.holder_id)
    sitting = theirs.where(OfficeHolder.valid_to.is_(None))
    return sitting.with_only_columns(*columns).order_by(NewLine.set_at, OfficeHolder.name, NewLine.e164)


_UNCONFIRMED = _all()
