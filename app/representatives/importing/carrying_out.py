"""Lets the roster say what a plan says, in the caller's transaction, which holds the roster's row."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.representatives.importing.former import remember_former_lines
from app.representatives.importing.plan import Plan
from app.representatives.roster.corrections import current_corrections, end_corrections, note_imported, seated
from app.representatives.roster.holders import seat_holders, sitting_holders
from app.representatives.roster.row import has_changes
from models import District, Roster

ENDED_BY_IMPORT = "an import"


def carry_out(session: Session, roster: Roster, plan: Plan, *, now: datetime) -> bool:
    """Carry out the plan; True if anything but the date and source of the facts had to change.

    Nobody is deleted. Who is told of single seats learns nothing of the others: these facts grow no younger.
    """
    request = plan.request
    with session.no_autoflush:
        sitting = sitting_holders(session, request.state, request.chambers)
        theirs = [holder for holder in sitting if request.is_about(holder.district_geoid)]
        seat_holders(session, theirs, plan.people, day=request.as_of)
        _settle_corrections(session, plan, now)
        _note_vacancies(session, plan)
        changed = has_changes(session)
        if not request.only:
            roster.as_of, roster.source = request.as_of, request.source
        roster.brought_in_at = now
    session.flush()
    remember_former_lines(session, plan)
    return changed


def _settle_corrections(session: Session, plan: Plan, now: datetime) -> None:
    note_imported(plan.in_file, current_corrections(session, plan.request.state))
    if plan.request.overwrite_corrections:
        for conflict in plan.conflicts:
            end_corrections(session, seated(conflict.person), by=ENDED_BY_IMPORT, now=now)


def _note_vacancies(session: Session, plan: Plan) -> None:
    """A seat that is filled again waits for no election; one that was vacated by itself may."""
    filled, vacated = {person.geoid for person in plan.people}, plan.vacant if plan.request.only else ()
    for district in session.scalars(select(District).where(District.geoid.in_({*filled, *vacated}))):
        district.vacant_until = None if district.geoid in filled else plan.request.vacant_until
