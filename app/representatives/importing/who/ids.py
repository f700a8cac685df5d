"""Gives ids to people whom somebody typed, and keeps those that they got: by their ids people are known again."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

from app.representatives.facts.records import Person
from app.representatives.facts.spelling import words_of
from app.representatives.importing.who.entry import Entry
from app.representatives.roster.corrections import SeatedPerson

TYPED = "typed/"  # how the ids begin that are not Open States'


def with_ids(entries: Iterable[Entry], sitting: Mapping[SeatedPerson, Person]) -> list[Entry]:
    """The same people; who sits in a seat under the same name already keeps the id, if either was typed."""
    by_seat = {(person.geoid, *words_of(person.name)): person for person in sitting.values()}
    return [_with_id(entry, by_seat.get((entry.person.geoid, *words_of(entry.person.name)))) for entry in entries]


def _with_id(entry: Entry, known: Person | None) -> Entry:
    person = entry.person
    if known and not person.openstates_id:
        person = replace(person, party=person.party or known.party, url=known.url)
    if known and (not person.openstates_id or known.openstates_id.startswith(TYPED)):
        return replace(entry, person=replace(person, openstates_id=known.openstates_id))
    return entry if person.openstates_id else entry.known_as(_made(person))


def _made(person: Person) -> str:
    return f"{TYPED}{uuid5(NAMESPACE_URL, ' '.join((person.geoid, *words_of(person.name))))}"
