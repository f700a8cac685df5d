"""Finds people who may be one person under two ids: somebody says whether they are."""

from collections.abc import Iterable, Iterator, Mapping

from app.representatives.facts.records import Person
from app.representatives.facts.spelling import words_of
from app.representatives.importing.noticed import ONE, Namesake
from app.representatives.importing.question import Answers, Asked, key_of
from app.representatives.importing.who.entry import Entry
from app.representatives.roster.corrections import SeatedPerson, seated


def with_namesakes(
    entries: Iterable[Entry], sitting: Mapping[SeatedPerson, Person], answers: Answers
) -> tuple[list[Entry], tuple[Namesake, ...]]:
    """The people as they are after the answers, and who is called alike."""
    entries = list(entries)
    found = (*_within(entries, sitting), *_sitting(entries, sitting))
    dropped, known_as = set[int](), dict[int, str]()
    for it in found:
        answer = answers.get(key_of(Asked.SAME_NAME, it.listed.line), "")
        if it.sits and answer == ONE:
            known_as[it.listed.line] = it.sits.openstates_id
        if it.other and answer in {str(it.listed.line), str(it.other.line)}:
            dropped |= {it.listed.line, it.other.line} - {int(answer)}
    kept = [entry for entry in entries if entry.line not in dropped]
    return [entry.known_as(known_as.get(entry.line, entry.person.openstates_id)) for entry in kept], found


def _within(entries: list[Entry], sitting: Mapping[SeatedPerson, Person]) -> Iterator[Namesake]:
    """Two seats of this file, of which at least one is new."""
    seen = dict[str, Entry]()
    for entry in sorted(entries, key=lambda entry: entry.line):
        first = seen.setdefault(_name(entry.person), entry)
        if first is not entry and not {seated(first.person), seated(entry.person)} <= set(sitting):
            yield Namesake(entry.listed, other=first.listed)


def _sitting(entries: list[Entry], sitting: Mapping[SeatedPerson, Person]) -> Iterator[Namesake]:
    """Somebody who would leave, and a newcomer elsewhere."""
    ids = {entry.person.openstates_id for entry in entries}
    known = {id_ for _, id_ in sitting}
    leaving = {_name(person): person for (_, id_), person in sitting.items() if id_ not in ids}
    for entry in entries:
        sits = leaving.get(_name(entry.person))
        if sits and sits.geoid != entry.person.geoid and entry.person.openstates_id not in known:
            yield Namesake(entry.listed, sits=sits)


def _name(person: Person) -> str:
    return " ".join(words_of(person.name))
