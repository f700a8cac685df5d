"""Finds several people in one seat, and one person in several: somebody chooses, and the rest is imported."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from app.representatives.facts.records import Person
from app.representatives.importing.noticed import Double
from app.representatives.importing.question import Answers, Asked, key_of
from app.representatives.importing.who.entry import Entry
from app.representatives.roster.corrections import SeatedPerson, seated


def without_doubles(
    entries: Iterable[Entry], sitting: Mapping[SeatedPerson, Person], answers: Answers
) -> tuple[list[Entry], tuple[Double, ...]]:
    """One entry for each seat and each person, and what there was to choose.

    Until somebody has chosen, it is whoever sits there now, or else whoever the file tells first.
    """
    found: list[Double] = []
    kept = sorted(entries, key=lambda entry: entry.line)
    for shared in (_seat, _who):
        groups = defaultdict[str, list[Entry]](list)
        for entry in kept:
            groups[shared(entry)].append(entry)
        taken = {key: _taken(several, sitting, answers) for key, several in groups.items()}
        found += [_double(several, taken[key]) for key, several in groups.items() if several[1:]]
        kept = list(taken.values())
    return kept, tuple(found)


def _double(several: list[Entry], taken: Entry) -> Double:
    return Double(tuple(entry.listed for entry in several), taken.listed)


def _seat(entry: Entry) -> str:
    return entry.person.geoid


def _who(entry: Entry) -> str:
    return entry.person.openstates_id


def _taken(several: list[Entry], sitting: Mapping[SeatedPerson, Person], answers: Answers) -> Entry:
    answer = answers.get(key_of(Asked.TWICE, several[0].line), "")
    chosen = (entry for entry in several if str(entry.line) == answer)
    return next(chosen, next((entry for entry in several if seated(entry.person) in sitting), several[0]))
