"""One person of a file as its line tells."""

from dataclasses import dataclass, field, replace

from app.representatives.facts.records import LineFacts, Person
from app.representatives.importing.noticed import Listed
from app.representatives.importing.numbers import Skipped


@dataclass(frozen=True, slots=True)
class Entry:
    """One person of the file, what of theirs had to be left out, and lines that ring elsewhere than is told.

    A row that is there twice is one.
    """

    person: Person
    skipped: tuple[Skipped, ...]
    elsewhere: tuple[LineFacts, ...] = ()
    line: int = field(default=0, compare=False)

    @property
    def listed(self) -> Listed:
        """The person, and where they are told."""
        return Listed(self.line, self.person)

    def known_as(self, openstates_id: str) -> "Entry":
        """The same under another id."""
        return replace(self, person=replace(self.person, openstates_id=openstates_id))
