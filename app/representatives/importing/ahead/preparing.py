"""Use cases: prepare an import for a moment ahead, look at what it will change, and undo it until then."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time

from sqlalchemy.orm import Session

from app.clock import EASTERN
from app.representatives.importing.applying import plan_again, take_for_import
from app.representatives.importing.plan import ImportRequest, Plan
from app.representatives.importing.waiting.kept import as_row, planned, request_of, waiting
from app.representatives.importing.waiting.roster_then import snapshot_before
from app.representatives.roster.row import note_next
from models import PreparedImport, Roster

USUAL_HOUR = time(11)  # by the clock of Massachusetts: at which a General Court is sworn in


class NotAheadError(ValueError):
    """The moment is over already: an import without a date takes force at once."""


class NotPreparedError(LookupError):
    """It is in force already, or somebody undid it."""


def ahead(request: ImportRequest, day: date, hour: time = USUAL_HOUR) -> ImportRequest:
    """The same import, to take force on a day at an hour by the clock of Massachusetts."""
    return replace(request, as_of=day, in_force_from=datetime.combine(day, hour, EASTERN).astimezone(UTC))


def prepare(session: Session, content: bytes, previewed: Plan, *, by: str, now: datetime) -> PreparedImport:
    """Keep the import until the moment of its request, `in_force_from`; then it takes force by itself.

    Raises:
        NotAheadError: the moment is over.
        RosterChangedMeanwhileError: the plan would be another one now.
    """
    in_force_from = previewed.request.in_force_from
    if in_force_from is None or in_force_from <= now:
        raise NotAheadError
    roster, _ = take_for_import(session, previewed.request)
    prepared = as_row(plan_again(session, content, previewed), in_force_from, by=by, now=now)
    session.add(prepared)
    note_next(session, roster)
    return prepared


def prepared_imports(session: Session, state: str) -> Sequence[PreparedImport]:
    """What is prepared and not in force yet, in the order in which it will be."""
    return waiting(session, state)


def differences(session: Session, prepared: PreparedImport) -> Plan:
    """What it will change, as far as is known today: after all that is prepared for before."""
    return planned(prepared, snapshot_before(session, prepared, request_of(prepared)))


def undo(session: Session, prepared_id: int) -> PreparedImport:
    """Take a prepared import back; it is returned as it was.

    Raises:
        NotPreparedError: it is in force already, or somebody undid it.
    """
    prepared = session.get(PreparedImport, prepared_id)
    if prepared is None:
        raise NotPreparedError
    roster = session.get_one(Roster, prepared.state, with_for_update=True, populate_existing=True)
    prepared = session.get(PreparedImport, prepared_id, populate_existing=True)
    if prepared is None or prepared.took_force_at is not None:
        raise NotPreparedError
    session.delete(prepared)
    note_next(session, roster)
    return prepared
