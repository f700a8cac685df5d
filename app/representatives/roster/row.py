"""The roster's row of one state: who changes the roster takes it first, so that one waits for the other."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from models import District, NewLine, OfficeHolder, PreparedImport, Roster


def take_roster(session: Session, state: str, as_of: date, source: str) -> tuple[Roster, bool]:
    """The state's roster, locked until the transaction ends, and whether it was made just now."""
    row = insert(Roster).values(state=state, as_of=as_of, source=source)
    made = session.execute(row.on_conflict_do_nothing().returning(Roster.state)).first()
    roster = session.scalars(select(Roster).where(Roster.state == state).with_for_update()).one()
    return roster, made is not None


def note_next(session: Session, roster: Roster) -> None:
    """Let the roster say when it is overtaken, by a prepared import or a number that waits: its stamp tells all."""
    session.flush()
    prepared = select(func.min(PreparedImport.in_force_from))
    prepared = prepared.where(PreparedImport.state == roster.state, PreparedImport.took_force_at.is_(None))
    lines = select(func.min(NewLine.used_from)).join(OfficeHolder, OfficeHolder.id == NewLine.holder_id)
    lines = lines.join(OfficeHolder.district).where(District.state == roster.state, NewLine.waits)
    roster.overtaken_at = session.scalar(select(func.least(prepared.scalar_subquery(), lines.scalar_subquery())))
    session.flush()


def has_changes(session: Session) -> bool:
    """Whether anything waits to be written that differs from what is there."""
    modified = (row for row in session.dirty if session.is_modified(row))
    return bool(session.new) or bool(session.deleted) or any(modified)
