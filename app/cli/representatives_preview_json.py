"""Tells programs what an import would change: the same as the words, as one JSON object."""

from typing import Any

from app.cli.representatives_preview import differences, written
from app.representatives.importing import Change, Plan
from app.representatives.records import Person


def as_json(plan: Plan) -> dict[str, Any]:
    """The plan with every change; numbers are written nationally."""
    request = plan.request
    return {
        "state": request.state,
        "as_of": request.as_of.isoformat(),
        "source": request.source,
        "added": [_person(plan, person) for person in plan.added],
        "left": [_person(plan, person) for person in plan.left],
        "moved": [{**_person(plan, it.after), "from": _seat(plan, it.before.geoid)} for it in plan.moved],
        "changed": [_change(plan, change) for change in plan.changed],
        "vacant": [_seat(plan, geoid) for geoid in plan.vacant],
        "without_number": [_person(plan, person) for person in plan.without_number],
        "lines_changed": plan.lines_changed,
        "corrections": [
            {**_person(plan, it.person), "by_hand": written(it.by_hand), "in_file": written(it.in_file)}
            for it in plan.conflicts
        ],
        "corrections_overwritten": request.overwrite_corrections,
        "numbers_left_out": [
            {"name": it.name, "column": it.column, "written": it.written, "why": it.why} for it in plan.skipped
        ],
    }


def _seat(plan: Plan, geoid: str) -> dict[str, str]:
    district = plan.districts[geoid]
    return {"geoid": geoid, "district": district.name, "chamber": district.chamber}


def _person(plan: Plan, person: Person) -> dict[str, Any]:
    who = {"openstates_id": person.openstates_id, "name": person.name, "party": person.party}
    return {**_seat(plan, person.geoid), **who, "lines": written(person.lines)}


def _change(plan: Plan, change: Change) -> dict[str, Any]:
    changes = [{"what": what, "was": was, "is": now} for what, was, now in differences(change)]
    return {**_person(plan, change.after), "changes": changes}
