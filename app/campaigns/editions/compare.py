"""What differs between two editions, field by field."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.campaigns.editions.content import Content
from app.campaigns.editions.fields import MADE_FROM, Path, fields_of, same
from app.campaigns.texts import ENGLISH

_BY_LANGUAGE = {"translations", "prompts"}


@dataclass(frozen=True)
class Difference:
    """One field that differs, with its value before and after; None where there was, or is, nothing."""

    path: Path
    before: object
    after: object

    @property
    def subject(self) -> str:
        """Which part of the edition it belongs to."""
        return self.path[0]

    @property
    def language(self) -> str:
        """Of which language it is; empty where it is of none."""
        if self.subject in _BY_LANGUAGE:
            return self.path[1]
        return ENGLISH if self.subject == "english" else ""

    @property
    def name(self) -> str:
        """How the field is called within its part."""
        return self.path[-1]


def differences(before: Content, after: Content) -> tuple[Difference, ...]:
    """Every field that says something else, in the order of the document."""
    was, now = fields_of(before), fields_of(after)
    return tuple(
        Difference(path, was.get(path), now.get(path))
        for path in dict.fromkeys([*now, *was])
        if MADE_FROM not in path and not same(was.get(path), now.get(path))
    )


def merged(base: Content, mine: Content, theirs: Content) -> Mapping[Path, object]:
    """The fields that differ between base and theirs, and that mine has as base: what mine takes over from theirs."""
    was, now, other = fields_of(base), fields_of(mine), fields_of(theirs)
    return {
        path: other.get(path)
        for path in dict.fromkeys([*was, *other])
        if not same(was.get(path), other.get(path)) and same(now.get(path), was.get(path))
    }
