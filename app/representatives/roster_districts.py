"""Brings the districts in the database into line with our tables."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.representatives.tables import Tables
from models import District


def seed_districts(session: Session, facts: Tables) -> None:
    """Add the districts that are missing and correct the others; none is ever removed."""
    known = {row.geoid: row for row in session.scalars(select(District).where(District.state == facts.state))}
    for fact in facts.districts.values():
        district = known.get(fact.geoid)
        if district is None:
            district = District(geoid=fact.geoid, state=facts.state, chamber=fact.chamber)
            session.add(district)
        district.name = fact.name
        district.ocd_id = fact.ocd_id
        district.vacant_until = fact.vacant_until
