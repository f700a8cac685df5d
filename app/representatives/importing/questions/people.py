"""Asks who somebody is: told twice, called like somebody else, or with letters that are a guess."""

from collections.abc import Iterator

from app.representatives.importing.noticed import ONE, TWO, Double, Listed, Namesake
from app.representatives.importing.plan import Plan
from app.representatives.importing.question import Asked, Choice, Question
from app.representatives.importing.questions.lines import numbers_of
from app.representatives.importing.questions.shares import place


def letters(plan: Plan) -> Iterator[Question]:
    """A file that is not UTF-8: whoever knows these people sees whether their letters are right."""
    if plan.noticed.guessed:
        told = "The file is not UTF-8, and was read as Windows writes. Are these names right?"
        yield Question(Asked.LETTERS, (told,), plan.noticed.guessed)


def told_twice(plan: Plan) -> Iterator[Question]:
    """One question a seat."""
    return (_which(plan, it) for it in plan.noticed.doubles)


def same_names(plan: Plan) -> Iterator[Question]:
    """One question a name."""
    return (_same(plan, it) for it in plan.noticed.namesakes)


def _which(plan: Plan, double: Double) -> Question:
    first = double.listed[0].person
    seats = {it.person.geoid for it in double.listed}
    what = place(plan, first.geoid) if len(seats) == 1 else first.name
    times = "twice" if len(double.listed) == 2 else f"{len(double.listed)} times"  # noqa: PLR2004 - as one says it
    told = f"The file tells {what} {times}. Which line is right?"
    choices = tuple(Choice(str(it.line), _told(plan, it)) for it in double.listed)
    return Question(Asked.TWICE, (told,), choices=choices, line=double.listed[0].line)


def _same(plan: Plan, it: Namesake) -> Question:
    name, here = it.listed.person.name, place(plan, it.listed.person.geoid)
    two = Choice(TWO, "Two people of one name")
    if it.other:
        there = place(plan, it.other.person.geoid)
        seats = tuple(
            Choice(str(one.line), f"One person, as in line {one.line}: {place(plan, one.person.geoid)}")
            for one in (it.other, it.listed)
        )
        told = f"{name} is in the file for {there} and for {here}, under two ids. Is that one person?"
        return Question(Asked.SAME_NAME, (told,), choices=(*seats, two), line=it.listed.line)
    sits = place(plan, it.sits.geoid) if it.sits else ""
    told = f"{name} would come to {here} under another id, and {name} would leave {sits}. Is that one person?"
    one = Choice(ONE, "One person, who moves")
    return Question(Asked.SAME_NAME, (told,), choices=(one, two), line=it.listed.line)


def _told(plan: Plan, it: Listed) -> str:
    party = f", {it.person.party}" if it.person.party else ""
    return f"Line {it.line}: {it.person.name}, {place(plan, it.person.geoid)}{party}, {numbers_of(it.person.lines)}"
