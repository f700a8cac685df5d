"""What an import is asked to do, and what it would change: values to show, compare and then carry out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.representatives.facts.records import DistrictFacts, LineFacts, Person
from app.representatives.facts.spelling import words_of
from app.representatives.importing.noticed import Noticed
from app.representatives.importing.numbers import Skipped
from app.representatives.importing.question import Answers
from models import Chamber


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """Whose facts, how old, for which chambers. `as_of` is the first day of newcomers, the last of those who left.

    `in_force_from` is a moment ahead at which the import takes force by itself, on the day `as_of`; None for at once.
    `only` are the seats that it is about, by GEOID, every seat of these chambers where there are none; one of them in
    which nobody sits any more is to be filled on the day `vacant_until`, where that is known.
    With `rest_stays`, everybody stays whose seat the file does not name.
    `answers` are those to the questions that it asks, by their keys.
    """

    state: str
    as_of: date
    source: str
    chambers: tuple[Chamber, ...] = tuple(Chamber)
    overwrite_corrections: bool = False
    fictional: bool = False
    in_force_from: datetime | None = None
    only: tuple[str, ...] = ()
    vacant_until: date | None = None
    rest_stays: bool = False
    answers: Answers = field(default_factory=dict)

    def is_about(self, geoid: str) -> bool:
        """Whether this seat of these chambers is changed, if need be."""
        return not self.only or geoid in self.only


@dataclass(frozen=True, slots=True)
class Change:
    """One person who is somewhere or something else than before."""

    before: Person
    after: Person

    @property
    def lines_differ(self) -> bool:
        """Whether they are reached otherwise than before."""
        return self.before.lines != self.after.lines


@dataclass(frozen=True, slots=True)
class Conflict:
    """Lines corrected by hand where the file says something else of this person."""

    person: Person
    by_hand: tuple[LineFacts, ...]
    in_file: tuple[LineFacts, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything an import would change. `before` is the roster as it is, `people` as it would be.

    `in_file` is what the file says. `left_behind` are corrected lines of those who move: not taken to the new seat.
    """

    request: ImportRequest
    known_as_of: date | None = field(compare=False)
    districts: Mapping[str, DistrictFacts]
    before: tuple[Person, ...]
    people: tuple[Person, ...]
    in_file: tuple[Person, ...]
    added: tuple[Person, ...]
    left: tuple[Person, ...]
    moved: tuple[Change, ...]
    changed: tuple[Change, ...]
    emptied: tuple[str, ...]
    vacant: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    left_behind: tuple[Conflict, ...]
    skipped: tuple[Skipped, ...]
    noticed: Noticed = field(default_factory=Noticed)

    @property
    def without_number(self) -> tuple[Person, ...]:
        """Who sits and cannot be rung."""
        return tuple(person for person in self.people if not person.lines)

    @property
    def silenced(self) -> tuple[Change, ...]:
        """Who can be rung now and could not be any more."""
        stay = (*self.changed, *self.moved)
        return tuple(change for change in stay if change.before.lines and not change.after.lines)

    @property
    def without_email_now(self) -> tuple[Change, ...]:
        """Who can be written to now and could not be any more."""
        return tuple(
            change for change in (*self.changed, *self.moved) if change.before.email and not change.after.email
        )

    @property
    def renumbered(self) -> tuple[Change, ...]:
        """Seats whose holder keeps the name and gets another id."""
        return tuple(change for change in self._others() if _same_name(change))

    @property
    def replaced(self) -> tuple[Person, ...]:
        """Who would be followed in their seat by somebody of another name."""
        return tuple(change.before for change in self._others() if not _same_name(change))

    def _others(self) -> list[Change]:
        """Seats in which somebody with another id would sit."""
        after = {person.geoid: person for person in self.people}
        seats = [Change(person, after[person.geoid]) for person in self.before if person.geoid in after]
        return [seat for seat in seats if seat.before.openstates_id != seat.after.openstates_id]

    @property
    def lines_changed(self) -> int:
        """How many of those who stay are reached otherwise than before."""
        return sum(change.lines_differ for change in self.changed)

    @property
    def is_older(self) -> bool:
        """Whether the database knows younger facts than these."""
        return self.known_as_of is not None and self.request.as_of < self.known_as_of

    @property
    def changes_nothing(self) -> bool:
        """Whether everybody sits, and is reached, as before."""
        settled = not self.request.overwrite_corrections or not self.conflicts
        return settled and not (self.added or self.left or self.moved or self.changed)


def _same_name(change: Change) -> bool:
    return words_of(change.before.name) == words_of(change.after.name)
