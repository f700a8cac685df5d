"""Asks where an import would lose seats, members, numbers, addresses or ids: that is what a broken file looks like.

After an election many members are new, and nobody is asked about that.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from app.representatives.facts.records import Person
from app.representatives.facts.spelling import words_of
from app.representatives.importing.plan import Plan
from app.representatives.importing.question import Asked, Question
from app.representatives.importing.questions.shares import by_chamber, place, too_many
from models import Chamber

MOST_LOST = 0.05  # of a chamber's seats, of its members' numbers, addresses, ids
MOST_OTHERS = 1 / 3  # of its members' addresses
HALF_A_FILE = 0.25  # of a chamber's seats
MOST_REPLACED = 0.5  # of a chamber's members; a new General Court begins with one in eight
RARE = f"and more than {MOST_LOST:.0%} is hardly ever right"
DRAWN: Mapping[str, Mapping[Chamber, int]] = {"MA": {Chamber.HOUSE: 160, Chamber.SENATE: 40}}


def lost_seats(plan: Plan) -> Iterator[Question]:
    """Seats that become vacant."""
    seats = Counter(district.chamber for district in plan.districts.values())
    lost = Counter(plan.districts[geoid].chamber for geoid in plan.emptied)
    half = " This may be a part of the file only: get it once more"
    sentences = [
        f"{it.some} of {it.every} {it.chamber} seats would become vacant: {it.share}, {RARE}"
        f"{'.' + half if it.some > HALF_A_FILE * it.every else ''}"
        for it in too_many(lost, seats, MOST_LOST)
    ]
    yield from _asked(Asked.SEATS, sentences, (place(plan, geoid) for geoid in plan.emptied))


def lost_numbers(plan: Plan) -> Iterator[Question]:
    """Numbers that get lost, and members who come without one."""
    lost = by_chamber(plan, (change.before for change in plan.silenced))
    much = {it.chamber: it for it in too_many(lost, by_chamber(plan, plan.before), MOST_LOST)}
    sentences = [
        f"{it.some} of {it.every} {it.chamber} members would lose the number they had: {it.share}, {RARE}. Check that "
        "the file has telephone numbers in its columns capitol_voice and district_voice, or phone"
        for it in much.values()
    ]
    none = by_chamber(plan, plan.without_number)
    sentences += [
        f"{it.some} of {it.every} {it.chamber} members would have no number: {it.share}, {RARE}. Nobody can be "
        "connected with them"
        for it in too_many(none, by_chamber(plan, plan.people), MOST_LOST)
        if it.chamber not in much
    ]
    yield from _asked(Asked.NUMBERS, sentences, _named(plan, plan.without_number))


def lost_emails(plan: Plan) -> Iterator[Question]:
    """Addresses that get lost."""
    lost = by_chamber(plan, (change.before for change in plan.without_email_now))
    sentences = [
        f"{it.some} of {it.every} {it.chamber} members would lose the e-mail address they had: {it.share}, {RARE}. "
        "Check that the file has addresses in its column email"
        for it in too_many(lost, by_chamber(plan, plan.before), MOST_LOST)
    ]
    both = [it for it in plan.changed if it.before.email and it.after.email]
    others = [it.after for it in both if it.before.email != it.after.email]
    sentences += [
        f"{it.some} of {it.every} {it.chamber} members would be written to at another address: {it.share}, and more "
        "than a third is hardly ever right. Check that no column slipped by a row"
        for it in too_many(by_chamber(plan, others), by_chamber(plan, plan.before), MOST_OTHERS)
    ]
    lose = (change.after for change in plan.without_email_now)
    yield from _asked(Asked.EMAILS, sentences, _named(plan, (*lose, *others)))


def other_ids(plan: Plan) -> Iterator[Question]:
    """By their ids people are known again: with new ones campaigns would lose everybody whom they list."""
    others = by_chamber(plan, (change.before for change in plan.renumbered))
    sentences = [
        f"{it.some} of {it.every} {it.chamber} members would keep name and seat, but get another id: {it.share}, "
        f"{RARE}. Check that the column id is as Open States wrote it: campaigns' lists and corrections know people "
        "by it"
        for it in too_many(others, by_chamber(plan, plan.before), MOST_LOST)
    ]
    yield from _asked(Asked.IDS, sentences, _named(plan, (change.after for change in plan.renumbered)))


def other_names(plan: Plan) -> Iterator[Question]:
    """A column that slipped by a row gives everybody the name of somebody else."""
    renamed = [it.after for it in plan.changed if not {*words_of(it.before.name)} & {*words_of(it.after.name)}]
    sentences = [
        f"{it.some} of {it.every} {it.chamber} members would keep seat and id, but be called by another name: "
        f"{it.share}, {RARE}. Check that no column slipped by a row"
        for it in too_many(by_chamber(plan, renamed), by_chamber(plan, plan.before), MOST_LOST)
    ]
    yield from _asked(Asked.NAMES, sentences, _named(plan, renamed))


def replaced(plan: Plan) -> Iterator[Question]:
    """Members who are followed by somebody else."""
    others = by_chamber(plan, plan.replaced)
    sentences = [
        f"{it.some} of {it.every} {it.chamber} members would be followed by somebody else at once: {it.share}, and "
        f"more than {MOST_REPLACED:.0%} is hardly ever right. Check that the file is of this state and of this year"
        for it in too_many(others, by_chamber(plan, plan.before), MOST_REPLACED)
    ]
    yield from _asked(Asked.MEMBERS, sentences, _named(plan, plan.replaced))


def wrong_districts(plan: Plan) -> Iterator[Question]:
    """More or fewer districts than the law has drawn."""
    seats = Counter(district.chamber for district in plan.districts.values())
    drawn = DRAWN.get(plan.request.state, {})
    sentences = [
        f"{plan.request.state} has {drawn[chamber]} {chamber.title()} districts, and the database {seats[chamber]}"
        for chamber in plan.request.chambers
        if chamber in drawn and seats[chamber] != drawn[chamber]
    ]
    yield from _asked(Asked.DISTRICTS, sentences, ())


def _named(plan: Plan, people: Iterable[Person]) -> Iterator[str]:
    return (f"{place(plan, person.geoid)}: {person.name}" for person in people)


def _asked(about: Asked, sentences: list[str], rows: Iterable[str]) -> Iterator[Question]:
    if sentences:
        yield Question(about, tuple(sentences), tuple(rows))
