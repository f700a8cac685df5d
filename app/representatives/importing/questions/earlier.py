"""Asks whether a file is of an earlier year: who came last would leave, and who left would return."""

from collections.abc import Iterator
from datetime import timedelta

from app.representatives.facts.records import Person
from app.representatives.importing.plan import Plan
from app.representatives.importing.question import Asked, Question
from app.representatives.importing.questions.shares import place

LATELY = timedelta(days=2 * 365)  # before the day of the facts that we have: the term of a House
MOST_OF_THE_LATEST = 0.5  # of those who leave; after an election one in eight of them came lately
FEWEST = 3  # of a special election or two nothing can be told


def of_an_earlier_year(plan: Plan) -> Iterator[Question]:
    """One question, where anything speaks for it."""
    gone = [*plan.replaced, *(it for it in plan.left if it.geoid in plan.emptied)]
    latest = [person for person in gone if _came_lately(plan, person)]
    back = plan.noticed.returning
    sentences = []
    if len(gone) >= FEWEST and len(latest) > MOST_OF_THE_LATEST * len(gone):
        sentences.append(f"Of {len(gone)} members who would leave, {len(latest)} came within the last two years")
    if back:
        sentences.append(f"{len(back)} would return to the seat that they left")
    if sentences:
        rows = (f"{place(plan, it.geoid)}: {it.name}" for it in (*latest, *back))
        ends = "The file seems to be older than what we have. Check its date"
        yield Question(Asked.YEAR, (*sentences, ends), tuple(rows))


def _came_lately(plan: Plan, person: Person) -> bool:
    return plan.known_as_of is not None and person.valid_from > plan.known_as_of - LATELY
