"""Use cases: confirm a number that another organizer set, or that a test call has reached, and use what has waited."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.representatives.new_lines.telling import tell
from app.representatives.opening.changing.whose import EveryOffice, read_anew, take_rosters
from app.representatives.roster.row import note_next
from models import District, NewLine, OfficeHolder


class Came(StrEnum):
    """What came of confirming a number."""

    CONFIRMED = "confirmed"
    OWN = "own"  # whoever set it is no second person
    NOTHING = "nothing"  # it is confirmed already, or no longer a number of this office


def confirm_line(
    session: Session, holder_id: int, e164: str, extension: str, *, by: str, now: datetime, by_call: bool = False
) -> Came:
    """Say that this is the office's number; `by_call` says that a test call reached it, whoever set it."""
    state = session.scalar(select(District.state).join(District.holders).where(OfficeHolder.id == holder_id))
    rosters = take_rosters(session, EveryOffice(state or ""))
    number = session.get(NewLine, (holder_id, e164, extension), populate_existing=True)
    if number is None or number.confirmed_at:
        return Came.NOTHING
    if number.set_by == by and not by_call:
        return Came.OWN
    number.confirmed_by, number.confirmed_at, number.waits = by, now, False
    read_anew(session, rosters)
    for roster in rosters:
        note_next(session, roster)
    tell(session, now)
    return Came.CONFIRMED


def use_what_waited(session: Session, state: str, now: datetime) -> int:
    """Use the numbers of this state's offices that have waited for long enough; how many."""
    theirs = select(OfficeHolder.id).join(OfficeHolder.district).where(District.state == state)
    due = (NewLine.waits, NewLine.used_from <= now, NewLine.holder_id.in_(theirs))
    return len(session.scalars(update(NewLine).where(*due).values(waits=False).returning(NewLine.holder_id)).all())
