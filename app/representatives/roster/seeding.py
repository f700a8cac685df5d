"""Puts the facts of our tables into the database: districts, office holders and their office lines."""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.representatives.facts.switchboards import SWITCHBOARDS
from app.representatives.facts.tables import Tables, tables
from app.representatives.roster.corrections import current_corrections, note_imported, with_corrections
from app.representatives.roster.holders import seat_holders, sitting_holders
from app.representatives.roster.row import has_changes, take_roster
from models import District, OfficeLine, Roster


def seed_roster(session: Session, facts: Tables | None = None) -> bool:
    """Make the database say what the tables say; True if anything had to change.

    Seeding twice changes nothing; two seedings at once wait for each other on the roster's row. Nobody is deleted: who
    is no longer in the tables gets a last day, so that old calls keep whom they reached. Every change makes
    `Roster.version` grow. Newer facts than these, brought by an import, stay as they are, and so do lines that were
    corrected by hand.
    """
    facts = facts or tables()
    session.flush()
    roster, first = take_roster(session, facts.state, facts.as_of, facts.source)
    changed = roster.as_of <= facts.as_of and _seed(session, roster, facts, first=first)
    _seed_switchboard(session, facts.state)
    session.flush()
    session.expire_all()
    return changed or first


def _seed(session: Session, roster: Roster, facts: Tables, *, first: bool) -> bool:
    """Bring everything into line; whether anything had to change."""
    with session.no_autoflush:
        _seed_districts(session, facts)
        corrections = {} if first else current_corrections(session, facts.state)
        note_imported(facts.people, corrections)
        sitting = sitting_holders(session, facts.state)
        seat_holders(session, sitting, with_corrections(facts.people, corrections), day=facts.as_of)
        roster.as_of, roster.source = facts.as_of, facts.source
        changed = has_changes(session)
        if changed and not first:
            roster.version += 1
    return changed


def _seed_switchboard(session: Session, state: str) -> None:
    """Let the switchboard be a line, though nobody's own."""
    if state in SWITCHBOARDS:
        line = insert(OfficeLine).values(e164=SWITCHBOARDS[state])
        session.execute(line.on_conflict_do_nothing())


def _seed_districts(session: Session, facts: Tables) -> None:
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
