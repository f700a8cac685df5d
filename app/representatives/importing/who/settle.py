"""Settles who the people of a file are, as far as it can be told, and notices what somebody has to say."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.representatives.importing.noticed import Noticed, OfPerson
from app.representatives.importing.plan import ImportRequest
from app.representatives.importing.snapshot import Snapshot
from app.representatives.importing.who.doubles import without_doubles
from app.representatives.importing.who.entry import Entry
from app.representatives.importing.who.ids import with_ids
from app.representatives.importing.who.namesakes import with_namesakes
from app.representatives.roster.corrections import seated


@dataclass(frozen=True, slots=True)
class Settled:
    """At most one entry for a seat, and what is odd."""

    entries: tuple[Entry, ...]
    noticed: Noticed = field(default_factory=Noticed)


def settle(entries: Iterable[Entry], now: Snapshot, request: ImportRequest, *, is_guessed: bool) -> Settled:
    """The people of a file, beside those who sit now; noticed is what the import is about."""
    one_each, doubles = without_doubles(with_ids(entries, now.sitting), now.sitting, request.answers)
    told, namesakes = with_namesakes(one_each, now.sitting, request.answers)
    known = [*told, *(_who_stays(now, told) if request.rest_stays else ())]
    changed = [entry for entry in known if request.is_about(entry.person.geoid)]
    people = [entry.person for entry in changed]
    noticed = Noticed(
        doubles=tuple(it for it in doubles if any(request.is_about(one.person.geoid) for one in it.listed)),
        namesakes=tuple(it for it in namesakes if request.is_about(it.listed.person.geoid)),
        guessed=_guessed(told, request) if is_guessed else (),
        elsewhere=tuple(filter(None, (_elsewhere(now, entry) for entry in changed))),
        back=tuple(filter(None, (_back(now, entry) for entry in changed))),
        returning=tuple(it for it in people if seated(it) in now.left and seated(it) not in now.sitting),
    )
    in_order = sorted(known, key=lambda entry: (entry.person.geoid, entry.person.openstates_id))
    return Settled(tuple(in_order), noticed)


def _guessed(told: Iterable[Entry], request: ImportRequest) -> tuple[str, ...]:
    names = (entry.person.name for entry in told if request.is_about(entry.person.geoid))
    return tuple(name for name in names if not name.isascii())


def _who_stays(now: Snapshot, told: Iterable[Entry]) -> list[Entry]:
    """Whoever sits in a seat that the file does not name, unless it names them in another; as they were imported."""
    seats = {entry.person.geoid for entry in told}
    ids = {entry.person.openstates_id for entry in told}
    stay = {who: it for who, it in now.sitting.items() if it.geoid not in seats and it.openstates_id not in ids}
    return [Entry(replace(it, lines=now.imported.get(who, it.lines)), ()) for who, it in stay.items()]


def _elsewhere(now: Snapshot, entry: Entry) -> OfPerson | None:
    """What is known already is not told again."""
    known = now.sitting.get(seated(entry.person))
    lines = tuple(line for line in entry.elsewhere if known is None or line not in known.lines)
    return OfPerson(entry.person, lines) if lines else None


def _back(now: Snapshot, entry: Entry) -> OfPerson | None:
    """Numbers that an import took away; those that were set by hand stay whatever the file says."""
    whose = seated(entry.person)
    sits = now.sitting.get(whose)
    if sits is None or whose in now.by_hand:
        return None
    before = set(now.former.get(whose, ())) - {(line.e164, line.extension) for line in sits.lines}
    lines = tuple(line for line in entry.person.lines if (line.e164, line.extension) in before)
    return OfPerson(entry.person, lines) if lines else None
