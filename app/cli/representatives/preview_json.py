"""Tells programs what an import would change: the same as the words, as one JSON object."""

from collections.abc import Iterable
from dataclasses import asdict

from app.campaigns.people_named import NamedBy
from app.representatives.facts.records import Person
from app.representatives.importing import (
    Change,
    Conflict,
    Plan,
    Question,
    numbers_of,
    open_questions,
    questions,
    what_differs,
)
from app.representatives.importing.people.columns import EMAIL
from app.representatives.importing.people.plain import NAMES

EMAILS = {EMAIL, *NAMES[EMAIL]}


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
        "questions": [_question(plan, it) for it in questions(plan)],
        "refused": [sentence for it in open_questions(plan) for sentence in it.sentences],
        "numbers_left_out": [asdict(it) for it in plan.skipped if it.column.casefold() not in EMAILS],
        "emails_left_out": [asdict(it) for it in plan.skipped if it.column.casefold() in EMAILS],
    }


def _seat(plan: Plan, geoid: str) -> dict[str, str]:
    district = plan.districts[geoid]
    return {"geoid": geoid, "district": district.name, "chamber": district.chamber}


def _person(plan: Plan, person: Person) -> dict[str, object]:
    who = {"openstates_id": person.openstates_id, "name": person.name, "party": person.party}
    return {**_seat(plan, person.geoid), **who, "lines": numbers_of(person.lines), "email": person.email}


def _conflict(plan: Plan, it: Conflict) -> dict[str, object]:
    return {**_person(plan, it.person), "by_hand": numbers_of(it.by_hand), "in_file": numbers_of(it.in_file)}


def _question(plan: Plan, it: Question) -> dict[str, object]:
    choices = {choice.answer: choice.words for choice in it.choices}
    answer = plan.request.answers.get(it.key)
    return {"key": it.key, "sentences": it.sentences, "rows": it.rows, "choices": choices, "answer": answer}


def _change(plan: Plan, change: Change) -> dict[str, object]:
    changes = [{"what": what, "was": was, "is": now} for what, was, now in what_differs(change)]
    return {**_person(plan, change.after), "changes": changes}
