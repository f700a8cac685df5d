"""Tells programs what an import would change: the same as the words, as one JSON object."""

from collections.abc import Iterable
from dataclasses import asdict

from app.campaigns.people_named import NamedBy
from app.cli.representatives.preview import differences, written
from app.representatives.facts.records import Person
from app.representatives.importing import Change, Conflict, Plan
from app.representatives.importing.people.columns import EMAIL


def as_json(plan: Plan, named: Iterable[NamedBy]) -> dict[str, object]:
    """The plan with every change; numbers are written nationally. `named` are on campaigns' lists, and leave."""
    request = plan.request
    return {
        "state": request.state,
        "as_of": request.as_of.isoformat(),
        "source": request.source,
        "in_force_from": request.in_force_from.isoformat() if request.in_force_from else None,
        "added": [_person(plan, person) for person in plan.added],
        "left": [_person(plan, person) for person in plan.left],
        "left_and_listed": [
            {"name": it.name, "campaign": it.slug, "subject": it.subject, "list": it.where} for it in named
        ],
        "moved": [{**_person(plan, it.after), "from": _seat(plan, it.before.geoid)} for it in plan.moved],
        "changed": [_change(plan, change) for change in plan.changed],
        "vacant": [_seat(plan, geoid) for geoid in plan.vacant],
        "without_number": [_person(plan, person) for person in plan.without_number],
        "lines_changed": plan.lines_changed,
        "other_ids": [{**_person(plan, it.after), "was": it.before.openstates_id} for it in plan.renumbered],
        "corrections": [_conflict(plan, it) for it in plan.conflicts],
        "corrections_overwritten": request.overwrite_corrections,
        "corrections_left_behind": [_conflict(plan, it) for it in plan.left_behind],
        "numbers_left_out": [asdict(it) for it in plan.skipped if it.column != EMAIL],
        "emails_left_out": [asdict(it) for it in plan.skipped if it.column == EMAIL],
    }


def _seat(plan: Plan, geoid: str) -> dict[str, str]:
    district = plan.districts[geoid]
    return {"geoid": geoid, "district": district.name, "chamber": district.chamber}


def _person(plan: Plan, person: Person) -> dict[str, object]:
    who = {"openstates_id": person.openstates_id, "name": person.name, "party": person.party}
    return {**_seat(plan, person.geoid), **who, "lines": written(person.lines), "email": person.email}


def _conflict(plan: Plan, it: Conflict) -> dict[str, object]:
    return {**_person(plan, it.person), "by_hand": written(it.by_hand), "in_file": written(it.in_file)}


def _change(plan: Plan, change: Change) -> dict[str, object]:
    changes = [{"what": what, "was": was, "is": now} for what, was, now in differences(change)]
    return {**_person(plan, change.after), "changes": changes}
