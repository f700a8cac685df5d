"""Who sits in which seat and how to reach them: an unchanging snapshot of the roster, kept in memory."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.representatives.opening import OpeningHours
from models import Chamber, LineKind
from voice_flows.names import OwnTitle, Title


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
    """The sitting office holder by their database id.

    `email` is the office's address, empty where none is known. `ids` are all the ids of this person, of
    earlier terms and other seats too: a campaign may know them by any.
    """

    id: int
    name: str
    party: str
    openstates_id: str
    email: str
    url: str
    ids: frozenset[int]


@dataclass(frozen=True, slots=True)
class Seat:
    """One district with its sitting office holder, if any, and their lines, best first.

    `vacant_until` is the day of the special election, where one is known. A member without a number may be reached
    through the legislature's `switchboard`, where a campaign allows it. A seat that was made by hand has no chamber,
    is nobody's district, and is called `district` after its title. Where one of the numbers that were set waits to be
    confirmed, `lines` are those that are used meanwhile, and `set_lines` those that were set.
    """

    geoid: str
    district: str
    chamber: Chamber | None
    title: Title | OwnTitle | None
    holder: Holder | None
    lines: tuple[Line, ...]
    vacant_until: date | None
    switchboard: Line | None = None
    set_lines: tuple[Line, ...] = ()

    @property
    def lines_as_set(self) -> tuple[Line, ...]:
        """As organizers or an import set them, used already or not."""
        return self.set_lines or self.lines

    @property
    def is_made(self) -> bool:
        """Whether it was made by hand."""
        return self.chamber is None

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

    def seats_by_holder(self) -> dict[int, Seat]:
        """Where everybody sits now, by every id under which they ever sat. Who sits nowhere is not in it.

        Each term and each seat is a row of its own, so that old calls keep whom they reached; whoever means the
        person, as campaigns do, finds them here after a return or a change of seat.
        """
        seated = sorted((seat.holder.id, seat.holder.ids, seat) for seat in self.seats.values() if seat.holder)
        by_any = {each: seat for _, ids, seat in seated for each in ids}
        return by_any | {own: seat for own, _, seat in seated}

    def hours(self, line_id: int) -> OpeningHours:
        """When an office line is answered, for all who share it."""
        return self.own_hours.get(line_id, self.usual_hours)
