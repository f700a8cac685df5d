"""What is prepared takes force once its moment has come: whoever asks first lets it, and the others find it done."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.representatives.importing.carrying_out import carry_out
from app.representatives.importing.snapshot import take_snapshot
from app.representatives.importing.waiting.kept import planned, request_of, waiting
from app.representatives.new_lines.brought_in import note_lines_brought_in
from app.representatives.new_lines.confirming import use_what_waited
from app.representatives.new_lines.noting import Setting
from app.representatives.roster.loading import HOME, directory_of, read_stamp
from app.representatives.roster.row import note_next
from app.representatives.roster.seats import Directory
from models import PreparedImport, Roster

LOOKED_AT_BEFORE = timedelta(0)  # it was shown to all for as long as it was prepared


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
    used = use_what_waited(session, state, now)
    roster.version += bool(used)
    note_next(session, roster)
    return len(due) + used


def _take_force(session: Session, roster: Roster, prepared: PreparedImport, now: datetime) -> None:
    request = request_of(prepared)
    before = take_snapshot(session, request.state, request.chambers)
    plan = planned(prepared, before)
    if carry_out(session, roster, plan, now=now):
        roster.version += 1
    prepared.took_force_at = now
    session.flush()
    if "@" in prepared.prepared_by:  # the command line needs no second person
        setting = Setting(prepared.prepared_by, now, LOOKED_AT_BEFORE)
        note_lines_brought_in(session, plan.before, plan.people, setting)
