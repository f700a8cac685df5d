"""What somebody said so far of where they live, on a page or on the phone."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import TypeAdapter

from app.representatives import HowFound, StreetLeft


@dataclass(frozen=True)
class Said:
    """A place, and answers to the questions that it left.

    `street` is where they live in a town that is split, with the house `number`, and the `area` that tells streets of
    one name apart. `district` is the GEOID that was chosen. `settled` are districts by GEOID that earlier questions
    decided, and how. `looks_up` says that ZIP code, street or address were asked for, answered or not. `wants_senator`
    asks for the senator where nobody can be called for the House. On the phone `streets` are those of which one may be
    theirs, `street_misses` counts the answers that were none, and who `skips_street` would rather not say; `sealed` is
    all that they said of a place, while it is still asked about. `is_code` says that a code was keyed that we do not
    know, `booked` is the agreed call whose code was; `misses` counts the answers that led nowhere. `is_talk` says that
    the last answer was none: talk that was not meant for us. `left` is what a street left open that was told on a page.
    """

    town: str = ""
    district: str = ""
    zip: str = ""
    address: str = ""
    street: str = ""
    number: str = ""
    area: str = ""
    looks_up: bool = False
    settled: Mapping[str, HowFound] = field(default_factory=dict)
    left: StreetLeft | None = None
    wants_senator: bool = False
    streets: tuple[str, ...] = ()
    street_misses: int = 0
    skips_street: bool = False
    sealed: str = ""
    is_code: bool = False
    booked: int = 0
    misses: int = 0
    is_talk: bool = False

    @classmethod
    def from_json(cls, kept: Mapping[str, object] | None) -> "Said":
        """What a call keeps: nothing of what was said as it is."""
        return _KEPT.validate_python(kept or {})

    def to_json(self) -> dict[str, object]:
        """For the call to keep."""
        kept: dict[str, object] = _KEPT.dump_python(self, mode="json", exclude=_NEVER_KEPT, exclude_defaults=True)
        return kept


_NEVER_KEPT = {"town", "zip", "address", "street", "number", "area", "streets"}
_KEPT = TypeAdapter(Said)
