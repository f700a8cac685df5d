"""Has new numbers of an office wait until somebody else confirms them, in the very change that sets them."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy.orm import Session

from app.extensions import settings
from app.organizers.change import Who
from app.representatives import Line, Seat
from app.representatives.facts.records import LineFacts
from app.representatives.made.offices import rows_of
from app.representatives.new_lines.noting import Setting, note_new_lines, tell_what_waits
from app.representatives.new_lines.unconfirmed import unconfirmed
from app.representatives.roster.holders import lines_of
from app.store.db import db
from models import OfficeHolder


def noting_lines(seat: Seat, who: Who, change: Callable[[], bool], *, is_undo: bool = False) -> bool:
    """Make the change, and note what is new of the lines then; whether anything was changed."""
    holder_id = seat.holder.id if seat.holder else 0
    before = _lines(holder_id)
    is_changed = change()
    if is_changed:
        note_new_lines(db.session, holder_id, before, _lines(holder_id), setting(who), is_undo=is_undo)
        tell_what_waits(db.session, seat.geoid, who.now)
    return is_changed


def note_lines_of(session: Session, geoid: str, who: Who) -> None:
    """Of an office that was made just now, all lines are new."""
    found = rows_of(session, geoid)
    if found:
        note_new_lines(session, found[1].id, (), lines_of(found[1]), setting(who))
        tell_what_waits(session, geoid, who.now)


def setting(who: Who) -> Setting:
    """Who sets lines, and how long new ones wait."""
    return Setting(who.by, who.now, timedelta(minutes=settings().new_line_minutes))


def waits_or(told: str, seat: Seat) -> str:
    """Which notice the page shows: that a number waits, or what it tells otherwise."""
    theirs = unconfirmed(db.session, seat.holder.id) if seat.holder else ()
    return "new-line" if any(it.waits for it in theirs) else told


def all_lines(seat: Seat) -> tuple[Line, ...]:
    """The lines that are used, and those that wait."""
    return tuple(dict.fromkeys((*seat.lines, *seat.lines_as_set)))


def _lines(holder_id: int) -> tuple[LineFacts, ...]:
    row = db.session.get(OfficeHolder, holder_id, populate_existing=True)
    return lines_of(row) if row else ()
