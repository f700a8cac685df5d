"""Asks about numbers: many at once that are others, old ones that return, and those of another place than is told."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from app.guard.phone_numbers import national
from app.representatives.facts.records import LineFacts
from app.representatives.importing.noticed import OfPerson
from app.representatives.importing.plan import Plan
from app.representatives.importing.question import Asked, Question
from app.representatives.importing.questions.shares import place, too_many

NO_LINE = "no number"
MOST_CHANGED = 1 / 3  # of a chamber's members who stay


def numbers_of(lines: Iterable[LineFacts]) -> str:
    """(617) 722-2637, (508) 757-0323 ext. 13."""
    return ", ".join(national(it.e164) + (f" ext. {it.extension}" if it.extension else "") for it in lines) or NO_LINE


def lines_changed(plan: Plan) -> Iterator[Question]:
    """More than a third of a chamber is reached otherwise: a column that slipped, or a move of the whole house."""
    both = (change for change in plan.changed if change.before.lines and change.after.lines)
    differ = [change.after for change in both if change.lines_differ]
    sitting = {person.geoid: person.openstates_id for person in plan.before}
    stay = Counter(plan.districts[it.geoid].chamber for it in plan.people if sitting.get(it.geoid) == it.openstates_id)
    some = Counter(plan.districts[it.geoid].chamber for it in differ)
    sentences = [
        f"{it.some} of {it.every} {it.chamber} members who stay would be reached on other numbers than before: "
        f"{it.share}, and more than a third is hardly ever right. Ring two or three of the new ones"
        for it in too_many(some, stay, MOST_CHANGED)
    ]
    if sentences:
        rows = (f"{place(plan, it.geoid)}: {it.name}" for it in differ)
        yield Question(Asked.LINES, tuple(sentences), tuple(rows))


def old_lines(plan: Plan) -> Iterator[Question]:
    """Numbers that a later import had taken away."""
    yield from _about(
        plan,
        plan.noticed.back,
        Asked.OLD_LINES,
        "{members} would go back to a number that they had before, and that a later file had changed",
    )


def line_kinds(plan: Plan) -> Iterator[Question]:
    """Numbers that stand under the State House and are elsewhere, or the other way round."""
    yield from _about(
        plan,
        plan.noticed.elsewhere,
        Asked.LINE_KINDS,
        "The numbers of {members} are not where their columns say, as one sees by how they begin. We show them as what "
        "they are",
    )


def _about(plan: Plan, lines: Sequence[OfPerson], about: Asked, sentence: str) -> Iterator[Question]:
    if lines:
        members = "1 member" if len(lines) == 1 else f"{len(lines)} members"
        yield Question(about, (sentence.format(members=members),), tuple(_told(plan, it) for it in lines))


def _told(plan: Plan, it: OfPerson) -> str:
    return f"{place(plan, it.person.geoid)}: {it.person.name}, {numbers_of(it.lines)}"
