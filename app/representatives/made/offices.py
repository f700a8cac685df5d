"""The offices that were made by hand: one of them as its rows, and those that were removed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.representatives.roster.loading import HOME
from app.store.rows import by_name
from models import District, HolderLine, MadeOffice, OfficeHolder


@dataclass(frozen=True)
class RemovedOffice:
    """An office that nobody can be connected to any more; old calls keep it."""

    geoid: str
    name: str
    district: str
    removed_on: date


def rows_of(session: Session, geoid: str) -> tuple[MadeOffice, OfficeHolder] | None:
    """The office under this key, as it is now; None where there is none, or a legislator's."""
    made = session.get(MadeOffice, geoid, populate_existing=True)
    lines = selectinload(OfficeHolder.lines).joinedload(HolderLine.line)
    holders = select(OfficeHolder).where(OfficeHolder.district_geoid == geoid).options(lines)
    return (made, session.scalars(holders.execution_options(populate_existing=True)).one()) if made else None


def removed_offices(session: Session) -> list[RemovedOffice]:
    """Those that could be put back, by name."""
    removed = (
        select(District.geoid, OfficeHolder.name, District.name.label("district"), OfficeHolder.valid_to)
        .join(OfficeHolder, OfficeHolder.district_geoid == District.geoid)
        .where(District.state == HOME, District.chamber.is_(None), OfficeHolder.valid_to.is_not(None))
    )
    rows = session.execute(removed.order_by(OfficeHolder.name, District.geoid)).mappings()
    return [by_name(RemovedOffice, row, removed_on=row["valid_to"]) for row in rows]
