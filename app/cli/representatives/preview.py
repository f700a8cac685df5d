"""Tells in plain words what an import would change."""

from collections.abc import Iterable, Iterator

from app.campaigns.people_named import NamedBy, PeopleList
from app.language.moments.short import day_in_words, time_of_day
from app.representatives.facts.records import Person
from app.representatives.importing import (
    Change,
    Conflict,
    ImportRequest,
    Plan,
    Skipped,
    numbers_of,
    place,
    what_differs,
)

LISTS = {PeopleList.LISTED: "on the list of", PeopleList.EXCLUDED: "among those who already support"}


def in_words(plan: Plan, named: Iterable[NamedBy]) -> str:
    """A summary, then one line for each change; `named` are those who leave and are on campaigns' lists."""
    request = plan.request
    return "\n".join(
        [
            f"{_head(request)}:",
            f"  {_summary(plan)}.",
            *([f"  These facts are older than those in the database, of {plan.known_as_of}."] if plan.is_older else []),
            *_section("New", (_new(plan, person) for person in plan.added)),
            *_section("Leaving", (_told(plan, person) for person in plan.left)),
            *_section("Leaving, and named by a campaign", map(_named, named)),
            *_section("Moving", (_move(plan, change) for change in plan.moved)),
            *_section("Changed", (_change(plan, change) for change in plan.changed)),
            *_section("Vacant", (place(plan, geoid) for geoid in plan.vacant)),
            *_section("Without a number", (f"{place(plan, it.geoid)}: {it.name}" for it in plan.without_number)),
            *_section("Another id for the same name", (_told(plan, it.after) for it in plan.renumbered)),
            *_section(_corrected(plan), _conflicts(plan, plan.conflicts)),
            *_section("Corrected by hand in the seat they leave", _conflicts(plan, plan.left_behind)),
            *_section("Left out", map(_skipped, plan.skipped)),
        ]
    )


def _head(request: ImportRequest) -> str:
    seats = f", seats: {len(request.only)}" if request.only else ""
    source = f", from {request.source}" if request.source else ""
    if request.in_force_from:
        since = f"{day_in_words(request.as_of)}, {time_of_day(request.in_force_from)}"
        return f"{request.state} from {since} on{seats}{source}. Until then nothing changes"
    return f"{request.state} as of {request.as_of}{seats}{source}"


def _summary(plan: Plan) -> str:
    counts = {
        "new": plan.added,
        "leaving": plan.left,
        "moving": plan.moved,
        "changed": plan.changed,
        "vacant": plan.vacant,
        "without a number": plan.without_number,
    }
    told = ", ".join(f"{len(of)} {what}" for what, of in counts.items())
    nothing = "Nobody changes; " if plan.changes_nothing else ""
    return f"{nothing}{told}; {plan.lines_changed} reached on other lines than before"


def _section(title: str, rows: Iterable[str]) -> list[str]:
    told = list(rows)
    return [title, *(f"  {row}" for row in told)] if told else []


def _told(plan: Plan, person: Person) -> str:
    return f"{place(plan, person.geoid)}: {person.name}, {person.party}, {numbers_of(person.lines)}"


def _new(plan: Plan, person: Person) -> str:
    before = next((it.name for it in plan.before if it.geoid == person.geoid), "nobody")
    return f"{_told(plan, person)}; before: {before}"


def _move(plan: Plan, change: Change) -> str:
    return f"{change.after.name}: {place(plan, change.before.geoid)} → {place(plan, change.after.geoid)}"


def _change(plan: Plan, change: Change) -> str:
    told = "; ".join(f"{what} {was or '–'} → {now or '–'}" for what, was, now in what_differs(change))  # noqa: RUF001 - a dash
    return f"{place(plan, change.after.geoid)}: {change.before.name}: {told}"


def _corrected(plan: Plan) -> str:
    overwritten = plan.request.overwrite_corrections
    return "Corrected by hand, and overwritten" if overwritten else "Corrected by hand, and kept"


def _named(it: NamedBy) -> str:
    return f"{it.name}: {LISTS[it.where]} “{it.subject}” ({it.slug})"


def _skipped(it: Skipped) -> str:
    return f"line {it.line}: {it.name}, {it.column}: “{it.written}” {it.why}"


def _conflicts(plan: Plan, conflicts: Iterable[Conflict]) -> Iterator[str]:
    for it in conflicts:
        by_hand, in_file = numbers_of(it.by_hand), numbers_of(it.in_file)
        yield f"{place(plan, it.person.geoid)}: {it.person.name}: by hand {by_hand}; in the file {in_file}"
