"""Plans an import, and carries out exactly what was planned, in the caller's transaction."""

from datetime import datetime

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from app.representatives.importing.carrying_out import carry_out
from app.representatives.importing.comparing import compare
from app.representatives.importing.people.file import understand
from app.representatives.importing.people.rows import read_people
from app.representatives.importing.plan import ImportRequest, Plan
from app.representatives.importing.problems import FileProblemsError
from app.representatives.importing.waiting.roster_then import snapshot_at
from app.representatives.importing.who.settle import settle
from app.representatives.roster.row import take_roster
from models import Roster

LONGEST_WAIT = "60s"  # for another import to finish
NOBODY_SITS_YET = "Nobody of {state} was imported yet: first import who sits there now, without a date ahead."


class RosterChangedMeanwhileError(RuntimeError):
    """Between the preview and the import somebody else changed the roster: the preview is no longer true."""


def plan_import(session: Session, content: bytes, request: ImportRequest) -> Plan:
    """What importing this file would change; writes nothing.

    Of an import that takes force at a moment ahead it is what it will change then, after all that is prepared before.

    Raises:
        FileProblemsError: the file cannot be imported.
    """
    file = read_people(content)
    now = snapshot_at(session, request)
    if not now.districts:
        cure = f"flask representatives import-districts FILE --state {request.state}"
        raise FileProblemsError([f"There are no districts of {request.state} yet. First run: {cure}"])
    if request.in_force_from and now.as_of is None:
        raise FileProblemsError([NOBODY_SITS_YET.format(state=request.state)])
    settled = settle(understand(file, now.districts, request), now, request, is_guessed=file.is_guessed)
    return compare(now, settled, request)


def apply_import(session: Session, content: bytes, previewed: Plan, *, now: datetime) -> bool:
    """Carry out the plan; True if anything but the date and source of the facts had to change.

    Two imports at once wait for each other. Nobody is deleted. A change makes `Roster.version` grow by one.

    Raises:
        RosterChangedMeanwhileError: the plan would be another one now.
    """
    roster, first = take_for_import(session, previewed.request)
    plan = plan_again(session, content, previewed)
    changed = carry_out(session, roster, plan, now=now)
    if changed and not first:
        roster.version += 1
    session.flush()
    session.expire_all()
    return changed or first


def take_for_import(session: Session, request: ImportRequest) -> tuple[Roster, bool]:
    """The state's roster, once every other import is done with it, and whether it was made just now."""
    session.execute(text(f"SET LOCAL statement_timeout = '{LONGEST_WAIT}'"))
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext("roster"), func.hashtext(request.state))))
    session.expire_all()
    return take_roster(session, request.state, request.as_of, request.source)


def plan_again(session: Session, content: bytes, previewed: Plan) -> Plan:
    """The same plan, made anew.

    Raises:
        RosterChangedMeanwhileError: the plan would be another one now.
    """
    plan = plan_import(session, content, previewed.request)
    if plan != previewed:
        raise RosterChangedMeanwhileError("The roster was changed after the preview. Look at a new preview.")
    return plan
