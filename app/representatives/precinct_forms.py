"""Recognises a ward or precinct in what was typed: "Boston Ward 6 Precinct 3", "Cambridge 3-2"."""

import re
from dataclasses import dataclass

from app.representatives.normalise import key_of
from app.representatives.records import Precinct

_WARD = r"(?:ward|wd|w) ?(?P<ward>\d{1,2}|[a-f])"
_PRECINCT = r"(?:precinct|prec|pct|pr|p) ?(?P<precinct>\d{1,2}[a-z]?|[a-z]\d?)"
_WARD_PRECINCT = rf"(?:{_WARD}(?: ?{_PRECINCT})?)"
_PLACE = r"(?P<place>[^\d]+?)"
_NOUNS = frozenset({"ward", "precinct"})
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

    @property
    def label(self) -> str:
        """The ward and precinct in words."""
        ward = f"Ward {self.ward}" if self.ward else ""
        return f"{ward} Precinct {self.precinct}".strip() if self.precinct else ward


def read_precinct_form(words: tuple[str, ...]) -> PrecinctForm | None:
    """The ward and precinct named by the bare words of a query, if they name any."""
    if not any(word[0].isdigit() or word[-1].isdigit() or word in _NOUNS for word in words):
        return None
    text = " ".join(words)
    for form in _FORMS:
        found = form.fullmatch(text)
        if found:
            said = found.groupdict(default="")
            place = key_of(said["place"].split())
            return PrecinctForm(place, _bare(said.get("ward", "")), _bare(said.get("precinct", "")))
    return None


def _bare(label: str) -> str:
    return label.lstrip("0").upper()


def _is_part(label: str, of: str) -> bool:
    """6A is a part of 6, and A1 of A; 16 and 61 are not."""
    rest = label.removeprefix(of)
    return rest != label and len(rest) == 1 and rest.isdigit() != of[-1].isdigit()
