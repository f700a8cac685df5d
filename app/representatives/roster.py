"""Puts the facts of our tables into the database: districts, office holders and their office lines."""

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.representatives.roster_districts import seed_districts
from app.representatives.roster_holders import seed_holders
from app.representatives.tables import Tables, tables
from models import Roster


def seed_roster(session: Session, facts: Tables | None = None) -> bool:
    """Make the database say what the tables say; True if anything had to change.

    Runs in the caller's transaction and does not commit. Seeding twice changes nothing; two seedings
    at once wait for each other on the roster's row. Nobody is deleted: who is no longer in the tables
    gets a last day, so that old calls keep whom they reached. Any change makes `Roster.version` grow.
    """
    facts = facts or tables()
    session.flush()
    first = _roster_row(session, facts)
    roster = session.scalars(select(Roster).where(Roster.state == facts.state).with_for_update()).one()
    with session.no_autoflush:
        seed_districts(session, facts)
        seed_holders(session, facts)
        roster.as_of, roster.source = facts.as_of, facts.source
        changed = _has_changes(session)
        if changed and not first:
            roster.version += 1
    session.flush()
    session.expire_all()
    return changed or first


def _roster_row(session: Session, facts: Tables) -> bool:
    """Make sure there is a roster row for the state; True if there was none."""
    row = insert(Roster).values(state=facts.state, as_of=facts.as_of, source=facts.source)
    made = session.execute(row.on_conflict_do_nothing().returning(Roster.state)).first()
    return made is not None


def _has_changes(session: Session) -> bool:
    modified = (row for row in session.dirty if session.is_modified(row))
    return bool(session.new) or bool(session.deleted) or any(modified)
