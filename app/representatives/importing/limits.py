"""When an import is refused: it loses seats, numbers, addresses or ids, or the districts are not those of the law.

Each of these is what a broken file looks like. After an election many members are new, and nobody is refused for that.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from app.representatives.facts.records import Person
from app.representatives.importing.plan import Plan
from models import Chamber

MOST_LOST = 0.05  # of a chamber's seats, of its members' numbers, addresses, ids
MOST_REPLACED = 0.5  # of a chamber's members; a new General Court begins with one in eight
RARE = f"and more than {MOST_LOST:.0%} is hardly ever right"
DRAWN: Mapping[str, Mapping[Chamber, int]] = {"MA": {Chamber.HOUSE: 160, Chamber.SENATE: 40}}


def refusals(plan: Plan) -> tuple[str, ...]:
    """Why this import should not be applied, unless somebody says it is right; empty if nothing speaks against it.

    Where somebody named the seats that it is about, they know what they do.
    """
    if plan.request.only:
        return ()
    return (
        *_lost_seats(plan),
        *_lost_numbers(plan),
        *_lost_emails(plan),
        *_other_ids(plan),
        *_replaced(plan),
        *_wrong_districts(plan),
    )


def _lost_seats(plan: Plan) -> Iterator[str]:
    seats = Counter(district.chamber for district in plan.districts.values())
    lost = Counter(plan.districts[geoid].chamber for geoid in plan.emptied)
    for chamber, few, many, share in _too_many(lost, seats, MOST_LOST):
        yield f"{few} of {many} {chamber} seats would become vacant: {share}, {RARE}"


def _lost_numbers(plan: Plan) -> Iterator[str]:
    lost = _by_chamber(plan, (change.before for change in plan.silenced))
    for chamber, few, many, share in _too_many(lost, _by_chamber(plan, plan.before), MOST_LOST):
        yield (
            f"{few} of {many} {chamber} members would lose the number they had: {share}, {RARE}. Check that the file "
            "has telephone numbers in its columns capitol_voice and district_voice"
        )


def _lost_emails(plan: Plan) -> Iterator[str]:
    lost = _by_chamber(plan, (change.before for change in plan.without_email_now))
    for chamber, few, many, share in _too_many(lost, _by_chamber(plan, plan.before), MOST_LOST):
        yield (
            f"{few} of {many} {chamber} members would lose the e-mail address they had: {share}, {RARE}. Check that "
            "the file has addresses in its column email"
        )


def _other_ids(plan: Plan) -> Iterator[str]:
    """By their ids people are known again: with new ones campaigns would lose everybody whom they list."""
    others = _by_chamber(plan, (change.before for change in plan.renumbered))
    for chamber, few, many, share in _too_many(others, _by_chamber(plan, plan.before), MOST_LOST):
        yield (
            f"{few} of {many} {chamber} members would keep name and seat, but get another id: {share}, {RARE}. Check "
            "that the column id is as Open States wrote it: campaigns' lists and corrections know people by it"
        )


def _replaced(plan: Plan) -> Iterator[str]:
    replaced = _by_chamber(plan, plan.replaced)
    for chamber, few, many, share in _too_many(replaced, _by_chamber(plan, plan.before), MOST_REPLACED):
        yield (
            f"{few} of {many} {chamber} members would be followed by somebody else at once: {share}, and more than "
            f"{MOST_REPLACED:.0%} is hardly ever right. Check that the file is of this state and of this year"
        )


def _wrong_districts(plan: Plan) -> Iterator[str]:
    seats = Counter(district.chamber for district in plan.districts.values())
    drawn = DRAWN.get(plan.request.state, {})
    for chamber in plan.request.chambers:
        if chamber in drawn and seats[chamber] != drawn[chamber]:
            here, by_law = seats[chamber], drawn[chamber]
            yield f"{plan.request.state} has {by_law} {chamber.title()} districts, and the database {here}"


def _by_chamber(plan: Plan, people: Iterable[Person]) -> Counter[Chamber]:
    return Counter(plan.districts[person.geoid].chamber for person in people)


def _too_many(
    some: Mapping[Chamber, int], every: Mapping[Chamber, int], most: float
) -> Iterator[tuple[str, int, int, str]]:
    """The chambers in which these are too many of all: its name, how many, of how many, and their share."""
    for chamber in Chamber:
        if some[chamber] > most * every[chamber]:
            yield chamber.title(), some[chamber], every[chamber], f"{some[chamber] / every[chamber]:.1%}"
