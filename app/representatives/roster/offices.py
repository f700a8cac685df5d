"""Every office of a state as organizers look at it: who needs attention comes first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.representatives.facts.spelling import look_up_key
from app.representatives.roster.corrections import current_corrections
from app.representatives.roster.seats import Directory, Seat
from models import Roster

FEWEST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Office:
    """One seat, how many members share its line (1 if nobody else does), and whether it was corrected by hand."""

    seat: Seat
    shared_by: int
    is_corrected: bool

    @property
    def needs_attention(self) -> bool:
        """Whether nobody can be rung here."""
        return self.seat.line is None


def states_with_offices(session: Session) -> list[str]:
    """The states whose people were imported or seeded, Massachusetts first."""
    return sorted(session.scalars(select(Roster.state)), key=lambda state: (state != "MA", state))


def offices(session: Session, directory: Directory) -> tuple[Office, ...]:
    """Vacant seats, then members without a number, then everybody else by chamber and district."""
    sharing = Counter(line.id for seat in directory.seats.values() for line in seat.lines)
    corrected = current_corrections(session, directory.state)
    every = (
        Office(
            seat=seat,
            shared_by=sharing[seat.line.id] if seat.line else 0,
            is_corrected=seat.holder is not None and (seat.geoid, seat.holder.openstates_id) in corrected,
        )
        for seat in directory.seats.values()
    )
    return tuple(sorted(every, key=_order))


def sharing_line(directory: Directory, seat: Seat) -> tuple[Seat, ...]:
    """The other seats that are rung on this seat's first line."""
    line = seat.line
    others = (other for other in directory.seats.values() if other is not seat)
    return tuple(other for other in others if line and line.id in {it.id for it in other.lines})


def search(every: Iterable[Office], typed: str) -> tuple[Office, ...]:
    """The offices that fit what was typed: a part of a name, of a district, or of a number."""
    return tuple(office for office in every if _fits(office.seat, typed))


def _fits(seat: Seat, typed: str) -> bool:
    digits = "".join(filter(str.isdigit, typed))
    name = seat.holder.name if seat.holder else "vacant"
    district = look_up_key(typed)
    return (
        (len(digits) >= FEWEST_DIGITS and any(digits in line.e164 for line in seat.lines))
        or typed.casefold() in name.casefold()
        or (district != "" and district in look_up_key(seat.district))
    )


def _order(office: Office) -> tuple[bool, bool, str, str]:
    return not office.seat.vacant, not office.needs_attention, office.seat.chamber or "", office.seat.geoid
