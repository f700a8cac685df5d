"""Recognises a ward or precinct in what was typed: "Boston Ward 6 Precinct 3", "Cambridge 3-2"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self

from app.representatives.facts.records import Precinct
from app.representatives.facts.spelling import key_of

_WARD = r"(?:ward|wd|w) ?(?P<ward>\d{1,2}|[a-f])"
_PRECINCT = r"(?:precinct|prec|pct|pr|p) ?(?P<precinct>\d{1,2}[a-z]?|[a-z]\d?)"
_WARD_PRECINCT = rf"(?:{_WARD}(?: ?{_PRECINCT})?)"
_PLACE = r"(?P<place>[^\d]+?)"
_DIGIT = re.compile(r"\d", re.ASCII)
_NOUNS = frozenset({"ward", "precinct"})
_JOINED = re.compile(r"(\d{1,2})([A-Z]\d?)|([A-F])(\d{1,2}[A-Z]?)", re.ASCII)
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8"}
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        rf"{_PLACE} {_WARD_PRECINCT}",
        rf"{_PLACE} {_PRECINCT}",
        rf"{_PLACE} {_PRECINCT} {_WARD}",
        rf"{_WARD_PRECINCT} (?:of |in )?{_PLACE}",
        rf"{_PRECINCT} (?:of |in )?{_PLACE}",
        rf"{_PRECINCT} {_WARD} (?:of |in )?{_PLACE}",
        rf"{_PLACE} (?P<ward>\d{{1,2}}|[a-f]) (?P<precinct>\d{{1,2}}[a-z]?)",
        rf"{_PLACE} (?:(?:ward|wd|w) ?)?(?P<ward>\d{{1,2}}) ?(?P<precinct>[a-z]\d?)",
        rf"{_PLACE} (?P<ward>[a-f])(?P<precinct>\d{{1,2}}[a-z]?)",
    )
)


@dataclass(frozen=True, slots=True)
class PrecinctForm:
    """The place's look-up key, ward and precinct (capitals, no leading zeros, "" if not said)."""

    place: str
    ward: str
    precinct: str

    def fits(self, row: Precinct) -> bool:
        """Whether a row is the ward or precinct meant, or a sub-precinct of it: 6 may mean 6A."""
        if self.ward and row.ward != self.ward:
            return False
        return not self.precinct or row.precinct == self.precinct or _is_part(row.precinct, self.precinct)

    def among(self, rows: Sequence[Precinct]) -> Self:
        """The form as this town writes it: 1A is ward 1, precinct A, or precinct 1A where there are no wards."""
        joined = _JOINED.fullmatch(self.ward + self.precinct)
        if joined is None or any(self.fits(row) for row in rows):
            return self
        if any(row.ward for row in rows):
            return replace(self, ward=joined[1] or joined[3], precinct=joined[2] or joined[4])
        return replace(self, ward="", precinct=joined[0])

    @property
    def label(self) -> str:
        """The ward and precinct in words."""
        ward = f"Ward {self.ward}" if self.ward else ""
        return f"{ward} Precinct {self.precinct}".strip() if self.precinct else ward


def read_precinct_form(words: tuple[str, ...]) -> PrecinctForm | None:
    """The ward and precinct named by the bare words of a query, if they name any."""
    if _NOUNS.isdisjoint(words) and not _DIGIT.search(" ".join(words)):
        return None
    text = " ".join(words if _NUMBERS.keys().isdisjoint(words) else _in_digits(words))
    for form in _FORMS:
        found = form.fullmatch(text)
        if found:
            said = found.groupdict(default="")
            place = key_of(said["place"].split())
            return PrecinctForm(place, _bare(said.get("ward", "")), _bare(said.get("precinct", "")))
    return None


def _in_digits(words: tuple[str, ...]) -> Iterator[str]:
    """The words, a number after "ward" or "precinct" in digits."""
    for before, word in zip(("", *words), words, strict=False):
        yield _NUMBERS.get(word, word) if before in _NOUNS else word


def _bare(label: str) -> str:
    return label.lstrip("0").upper() or label[:1]


def _is_part(label: str, of: str) -> bool:
    """6A is a part of 6, and A1 of A; 16 and 61 are not."""
    rest = label.removeprefix(of)
    return rest != label and len(rest) == 1 and rest.isdigit() != of[-1].isdigit()
