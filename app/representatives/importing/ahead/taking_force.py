"""What is prepared takes force once its moment has come: whoever asks first lets it, and the others find it done."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.representatives.importing.carrying_out import carry_out
from app.representatives.importing.snapshot import take_snapshot
from app.representatives.importing.waiting.kept import note_next, planned, request_of, waiting
from app.representatives.roster.loading import HOME, directory_of, read_stamp
from app.representatives.roster.seats import Directory
from models import PreparedImport, Roster


def take_force(session: Session, now: datetime) -> int:
    """Let everything take force whose moment has come, in its order; how much that was. One statement where nothing is.

    It is planned anew, so that a line that was corrected by hand meanwhile stays so. Who comes at the same moment waits
    for the roster's row, and finds nothing left to do.
    """
    overtaken = select(Roster.state).where(Roster.overtaken_at <= now).order_by(Roster.state)
    return sum(_of_state(session, state, now) for state in session.scalars(overtaken).all())


def directory_today(session: Session, now: datetime, state: str = HOME) -> Directory:
    """The directory, once everything took force whose moment has come. One tiny statement where nothing has to.

    Raises:
        RosterNotSeededError: there is no roster for this state yet.
    """
    stamp = read_stamp(session, state)
    if stamp and stamp.is_overtaken(now):
        take_force(session, now)
        stamp = read_stamp(session, state)
    return directory_of(session, stamp)


def _of_state(session: Session, state: str, now: datetime) -> int:
    roster = session.get_one(Roster, state, with_for_update=True, populate_existing=True)
    due = [it for it in waiting(session, state) if it.in_force_from <= now]
    for prepared in due:
        _take_force(session, roster, prepared, now)
    note_next(session, roster)
    return len(due)


def _take_force(session: Session, roster: Roster, prepared: PreparedImport, now: datetime) -> None:
    request = request_of(prepared)
    before = take_snapshot(session, request.state, request.chambers)
    if carry_out(session, roster, planned(prepared, before), now=now):
        roster.version += 1
    prepared.took_force_at = now
    session.flush()
