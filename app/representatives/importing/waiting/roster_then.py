"""The roster as it will be at a moment: who sits now, and then everything that is prepared for before."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from app.representatives.importing.plan import ImportRequest, Plan
from app.representatives.importing.snapshot import Snapshot, take_snapshot
from app.representatives.importing.waiting.kept import planned, waiting
from app.representatives.roster.corrections import seated
from models import PreparedImport


def snapshot_at(session: Session, request: ImportRequest) -> Snapshot:
    """The roster that an import of this request will find."""
    now = take_snapshot(session, request.state, request.chambers)
    if request.in_force_from is None:
        return now
    return _after(now, [it for it in waiting(session, request.state) if it.in_force_from <= request.in_force_from])


def snapshot_before(session: Session, prepared: PreparedImport, request: ImportRequest) -> Snapshot:
    """The roster that a prepared import will find, whose request this is."""
    now = take_snapshot(session, request.state, request.chambers)
    every, own = waiting(session, request.state), _turn(prepared)
    return _after(now, [it for it in every if _turn(it) < own])


def _turn(prepared: PreparedImport) -> tuple[datetime, int]:
    return prepared.in_force_from, prepared.id


def _after(now: Snapshot, earlier: list[PreparedImport]) -> Snapshot:
    for prepared in earlier:
        now = _with(now, planned(prepared, now))
    return now


def _with(before: Snapshot, plan: Plan) -> Snapshot:
    """Seats of other chambers than those that are looked at stay out of sight."""
    about, seats = plan.request, before.districts
    stay = {who: it for who, it in before.sitting.items() if not _changes(plan, it.geoid)}
    come = {seated(it): it for it in plan.people if it.geoid in seats}
    return replace(before, sitting=stay | come, as_of=before.as_of if about.only else about.as_of)


def _changes(plan: Plan, geoid: str) -> bool:
    """Whether this seat is among those that the plan is about."""
    return plan.request.is_about(geoid) and plan.districts[geoid].chamber in plan.request.chambers
