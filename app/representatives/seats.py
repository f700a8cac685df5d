"""Who sits in which seat and how to reach them: an unchanging snapshot of the roster, kept in memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.representatives.opening import OpeningHours
from models import Chamber, LineKind


class RosterNotSeededError(LookupError):
    """The database has no roster for this state: `seed_roster` has not run."""


@dataclass(frozen=True, slots=True)
class Line:
    """One office line by its database id: E.164, an extension or "", and where it rings."""

    id: int
    e164: str
    extension: str
    kind: LineKind


@dataclass(frozen=True, slots=True)
class Holder:
    """The sitting office holder by their database id."""

    id: int
    name: str
    party: str
    openstates_id: str
    url: str


@dataclass(frozen=True, slots=True)
class Seat:
    """One district with its sitting office holder, if any, and their lines, best first.

    `vacant_until` is the day of the special election, where one is known.
    """

    geoid: str
    district: str
    chamber: Chamber
    holder: Holder | None
    lines: tuple[Line, ...]
    vacant_until: date | None

    @property
    def vacant(self) -> bool:
        """Whether nobody holds this seat."""
        return self.holder is None

    @property
    def line(self) -> Line | None:
        """The best line: the State House, or the district office where there is no other."""
        return self.lines[0] if self.lines else None


@dataclass(frozen=True, slots=True)
class Directory:
    """Every seat of one state by GEOID; `as_of` and `source` say how old the facts are and whose.

    `own_hours` are those of lines that differ from `usual_hours`, by the line's id.
    """

    state: str
    version: int
    as_of: date
    source: str
    seats: Mapping[str, Seat]
    usual_hours: OpeningHours
    own_hours: Mapping[int, OpeningHours]

    def seat(self, geoid: str) -> Seat:
        """The seat of a district.

        Raises:
            KeyError: there is no such district in this state.
        """
        return self.seats[geoid]

    def hours(self, line_id: int) -> OpeningHours:
        """When an office line is answered, for all who share it."""
        return self.own_hours.get(line_id, self.usual_hours)
