"""All that organizers say of an office that they make: as a value, as rows, and as it is kept for an undo."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import TypeAdapter

from app.language.languages import ENGLISH
from app.representatives.facts.records import LineFacts
from app.representatives.roster.holders import lines_of
from models import MadeOffice, OfficeHolder

LONGEST_NAME = 120
LONGEST_TITLE = 60
LONGEST_NOTE = 300
WITHOUT_TITLE = "An office of its own"


@dataclass(frozen=True)
class MadeFacts:
    """What an office is called, by language, and how it is reached; `lines` come best first."""

    name: str
    titles: Mapping[str, str]
    lines: tuple[LineFacts, ...]
    email: str
    note: str

    @property
    def district(self) -> str:
        """What stands where a legislator's district stands."""
        return self.titles.get(ENGLISH.code, WITHOUT_TITLE)


_KEPT = TypeAdapter(MadeFacts)


def facts_of(made: MadeOffice, holder: OfficeHolder) -> MadeFacts:
    """The office as its rows have it."""
    return MadeFacts(name=holder.name, titles=made.titles, lines=lines_of(holder), email=holder.email, note=made.note)


def to_json(facts: MadeFacts) -> dict[str, object]:
    """For an undo."""
    kept: dict[str, object] = _KEPT.dump_python(facts, mode="json")
    return kept


def from_json(kept: Mapping[str, object]) -> MadeFacts:
    """As it was before."""
    return _KEPT.validate_python(kept)
