"""Compares the roster with a file: who came, who left, who moved, what changed, and what was set by hand."""

from collections.abc import Iterable
from dataclasses import replace

from app.representatives.facts.records import LineFacts, Person
from app.representatives.importing.plan import Change, Conflict, ImportRequest, Plan
from app.representatives.importing.snapshot import Snapshot
from app.representatives.importing.who.settle import Settled
from app.representatives.roster.corrections import seated


def compare(now: Snapshot, settled: Settled, request: ImportRequest) -> Plan:
    """What the file would change."""
    entries = tuple(entry for entry in settled.entries if request.is_about(entry.person.geoid))
    now = replace(now, sitting={who: it for who, it in now.sitting.items() if request.is_about(it.geoid)})
    in_file = tuple(_since(now, entry.person) for entry in entries)
    conflicts = tuple(filter(None, (_conflict(now, person) for person in in_file)))
    by_hand = {} if request.overwrite_corrections else {seated(it.person): it.by_hand for it in conflicts}
    people = tuple(replace(person, lines=by_hand.get(seated(person), person.lines)) for person in in_file)
    came = {person.openstates_id: person for person in people if seated(person) not in now.sitting}
    stay = {seated(person): person for person in people if seated(person) in now.sitting}
    gone = {person.openstates_id: person for who, person in now.sitting.items() if who not in stay}
    moved = tuple(Change(gone[id_], person) for id_, person in came.items() if id_ in gone)
    filled = {person.geoid for person in people}
    return Plan(
        request=request,
        known_as_of=now.as_of,
        districts=now.districts,
        before=tuple(sorted(now.sitting.values(), key=seated)),
        people=people,
        in_file=in_file,
        added=tuple(person for id_, person in came.items() if id_ not in gone),
        left=tuple(person for id_, person in gone.items() if id_ not in came),
        moved=moved,
        changed=tuple(Change(now.sitting[who], person) for who, person in stay.items() if now.sitting[who] != person),
        emptied=tuple(sorted({person.geoid for person in gone.values()} - filled)),
        vacant=tuple(geoid for geoid in now.districts if geoid not in filled and request.is_about(geoid)),
        conflicts=conflicts,
        left_behind=tuple(filter(None, (_left_behind(now, change) for change in moved))),
        skipped=tuple(sorted((it for entry in entries for it in entry.skipped), key=lambda it: it.line)),
        noticed=settled.noticed,
    )


def _since(now: Snapshot, person: Person) -> Person:
    """Who stays keeps their first day: the file does not know it."""
    before = now.sitting.get(seated(person))
    return replace(person, valid_from=before.valid_from) if before else person


def _conflict(now: Snapshot, person: Person) -> Conflict | None:
    by_hand = now.by_hand.get(seated(person))
    return None if by_hand is None or _same_numbers(by_hand, person.lines) else Conflict(person, by_hand, person.lines)


def _left_behind(now: Snapshot, move: Change) -> Conflict | None:
    by_hand, after = now.by_hand.get(seated(move.before)), move.after
    return None if by_hand is None or _same_numbers(by_hand, after.lines) else Conflict(after, by_hand, after.lines)


def _same_numbers(some: Iterable[LineFacts], others: Iterable[LineFacts]) -> bool:
    """Where a line rings was chosen by hand, or is what its number says: that alone is no conflict."""
    return [(it.e164, it.extension) for it in some] == [(it.e164, it.extension) for it in others]
