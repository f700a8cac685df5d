"""Use cases of organizers: let nobody call an office any more that was made by hand, and put it back."""

from datetime import datetime

from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.representatives.made.offices import rows_of
from app.representatives.opening.changing.whose import EveryOffice, read_anew, take_rosters
from app.representatives.roster.loading import HOME


def remove_office(session: Session, geoid: str, now: datetime) -> bool:
    """Let it end today, so that old calls keep whom they reached; False if it has ended, or there is none."""
    return _ends(session, geoid, now)


def put_back(session: Session, geoid: str) -> bool:
    """Let it be called again; False if it can be, or there is none."""
    return _ends(session, geoid, None)


def _ends(session: Session, geoid: str, now: datetime | None) -> bool:
    rosters = take_rosters(session, EveryOffice(HOME))
    found = rows_of(session, geoid)
    if found is None or (found[1].valid_to is None) == (now is None):
        return False
    _, holder = found
    holder.valid_to = max(holder.valid_from, eastern_day(now)) if now else None
    read_anew(session, rosters)
    return True
