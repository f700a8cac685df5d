"""Plans an import, and carries out exactly what was planned, in the caller's transaction."""

from datetime import datetime

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from app.representatives.importing.comparing import compare
from app.representatives.importing.csv_rows import read_rows
from app.representatives.importing.people.columns import COLUMNS
from app.representatives.importing.people.file import understand
from app.representatives.importing.plan import ImportRequest, Plan
from app.representatives.importing.problems import FileProblemsError
from app.representatives.importing.snapshot import take_snapshot
from app.representatives.roster.corrections import current_corrections, end_corrections, note_imported, seated
from app.representatives.roster.holders import seat_holders
from app.representatives.roster.row import has_changes, take_roster
from models import District

LONGEST_WAIT = "60s"  # for another import to finish
ENDED_BY_IMPORT = "an import"


class RosterChangedMeanwhileError(RuntimeError):
    """Between the preview and the import somebody else changed the roster: the preview is no longer true."""


def plan_import(session: Session, content: bytes, request: ImportRequest) -> Plan:
    """What importing this file would change; writes nothing.

    Raises:
        FileProblemsError: the file cannot be imported.
    """
    rows = read_rows(content, COLUMNS)
    now = take_snapshot(session, request.state, request.chambers)
    if not now.districts:
        cure = f"flask representatives import-districts FILE --state {request.state}"
        raise FileProblemsError([f"There are no districts of {request.state} yet. First run: {cure}"])
    return compare(now, understand(rows, now.districts, request), request)


def apply_import(session: Session, content: bytes, previewed: Plan, *, now: datetime) -> bool:
    """Carry out the plan; True if anything but the date and source of the facts had to change.

    Two imports at once wait for each other. Nobody is deleted. A change makes `Roster.version` grow by one.

    Raises:
        RosterChangedMeanwhileError: the plan would be another one now.
    """
    request = previewed.request
    _wait_for_other_imports(session, request.state)
    session.expire_all()
    roster, first = take_roster(session, request.state, request.as_of, request.source)
    plan = plan_import(session, content, request)
    if plan != previewed:
        raise RosterChangedMeanwhileError("The roster was changed after the preview. Look at a new preview.")
    with session.no_autoflush:
        seat_holders(session, request.state, plan.people, day=request.as_of, chambers=request.chambers)
        _settle_corrections(session, plan, now)
        _fill_seats(session, plan)
        changed = has_changes(session)
        if changed and not first:
            roster.version += 1
        roster.as_of, roster.source = request.as_of, request.source
    session.flush()
    session.expire_all()
    return changed or first


def _wait_for_other_imports(session: Session, state: str) -> None:
    session.execute(text(f"SET LOCAL statement_timeout = '{LONGEST_WAIT}'"))
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext("roster"), func.hashtext(state))))


def _settle_corrections(session: Session, plan: Plan, now: datetime) -> None:
    note_imported(plan.in_file, current_corrections(session, plan.request.state))
    if plan.request.overwrite_corrections:
        for conflict in plan.conflicts:
            end_corrections(session, seated(conflict.person), by=ENDED_BY_IMPORT, now=now)


def _fill_seats(session: Session, plan: Plan) -> None:
    """A seat that is filled again waits for no election."""
    for person in plan.people:
        session.get_one(District, person.geoid).vacant_until = None
