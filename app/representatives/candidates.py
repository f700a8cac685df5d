"""Joins what a place says with who sits there: the office holders a supporter may be connected to."""

from dataclasses import dataclass
from datetime import date

from app.representatives.places.resolution import Option, Resolution
from app.representatives.roster.seats import Directory, Line, Seat
from voice_flows.names import OwnTitle, Title, Titled


@dataclass(frozen=True, slots=True)
class Candidate:
    """One office holder who may be theirs.

    `holder_id`, `name` and `party` are None for a vacant seat, `email` is empty where none is known. `holder_ids`
    are those of every term and seat of this person. `lines` come best first, and are none for a vacant seat and a
    member without a number, who may be reached through the `switchboard`. `share` and `part` are those of the
    resolution's option.
    """

    district: str
    geoid: str
    title: Title | OwnTitle | None
    holder_id: int | None
    holder_ids: frozenset[int]
    name: str | None
    party: str | None
    email: str
    lines: tuple[Line, ...]
    vacant_until: date | None
    share: float
    part: str
    switchboard: Line | None = None

    @property
    def vacant(self) -> bool:
        """Whether nobody holds the seat."""
        return self.holder_id is None

    @property
    def line(self) -> Line | None:
        """The best line."""
        return self.lines[0] if self.lines else None

    @property
    def representative(self) -> Titled:
        """Title and name, as one addresses them; the district where nobody sits."""
        if self.name:
            return Titled(self.name, self.title)
        return Titled(self.district, is_district=isinstance(self.title, Title))


def candidates(resolution: Resolution, directory: Directory) -> tuple[Candidate, ...]:
    """The candidates of a resolution in its order: one if found, several to choose from, else none.

    Raises:
        KeyError: the directory is of another state, or older than the tables.
    """
    return tuple(_candidate(option, directory.seat(option.geoid)) for option in resolution.options)


def in_seat(seat: Seat) -> Candidate:
    """The candidate of a seat that was not looked up by a place."""
    return _candidate(Option(seat.geoid, 0.0, ""), seat)


def _candidate(option: Option, seat: Seat) -> Candidate:
    holder = seat.holder
    return Candidate(
        district=seat.district,
        geoid=seat.geoid,
        title=seat.title,
        holder_id=holder.id if holder else None,
        holder_ids=holder.ids if holder else frozenset(),
        name=holder.name if holder else None,
        party=holder.party if holder else None,
        email=holder.email if holder else "",
        lines=seat.lines,
        vacant_until=seat.vacant_until if seat.vacant else None,
        share=option.share,
        part=option.part,
        switchboard=seat.switchboard,
    )
