"""Which offices a wave calls, by what an organizer chose of them."""

import re

from app.campaigns.action.day import Party, Whom
from app.representatives import Directory, Seat

ORDINAL = re.compile(r"^\d+(?:st|nd|rd|th)\s+|^(?:First|Second|Third|Fourth|Fifth|Sixth)\s+")
MAIN = frozenset({Party.DEMOCRATIC.value, Party.REPUBLICAN.value})


def offices_of(whom: Whom, seats: set[str], directory: Directory) -> tuple[str, ...]:
    """Of these seats all that have it in common, in the order of their districts' names."""
    fitting = [directory.seats[geoid] for geoid in seats if _fits(whom, directory.seats[geoid])]
    return tuple(seat.geoid for seat in sorted(fitting, key=lambda it: (it.district, it.geoid)))


def _fits(whom: Whom, seat: Seat) -> bool:
    return _is_in_chamber(whom, seat) and _is_of_party(whom, seat) and _is_among(whom, seat)


def _is_in_chamber(whom: Whom, seat: Seat) -> bool:
    return whom.chamber is None or seat.chamber is whom.chamber


def _is_of_party(whom: Whom, seat: Seat) -> bool:
    party = seat.holder.party if seat.holder else ""
    if whom.party is Party.ANY:
        return True
    return party not in MAIN if whom.party is Party.OTHER else party == whom.party


def _is_among(whom: Whom, seat: Seat) -> bool:
    """Districts go by the first letter of their names, without the ordinal."""
    if not whom.letters:
        return True
    first, last = whom.letters[0], whom.letters[-1]
    return first <= ORDINAL.sub("", seat.district)[:1].upper() <= last
