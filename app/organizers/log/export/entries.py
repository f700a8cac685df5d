"""All calls that were asked for, some hundred at a time, found as the pages of the log find them."""

from collections.abc import Iterator

from app.calls.life.notes import note_text
from app.calls.shown.log.notes import notes_of
from app.extensions import given
from app.organizers.log.export.columns import Entry
from app.organizers.log.filters import Asked
from app.organizers.log.shown import Shown, page_of
from app.serving.phone_use import let_phone_pass
from app.store.db import db

AT_ONCE = 500


def every_entry(asked: Asked, *, with_notes: bool) -> Iterator[list[Entry]]:
    """Page after page, in the order of the log. Between two of them no transaction is open, nor a connection taken."""
    before, is_last = None, False
    while not is_last:
        shown = page_of(asked.in_time, before, AT_ONCE)
        entries = _entries(shown, with_notes=with_notes)
        db.session.rollback()
        if entries:
            yield entries
        let_phone_pass()
        before, is_last = shown.next_cursor, shown.next_cursor is None


def _entries(shown: Shown, *, with_notes: bool) -> list[Entry]:
    if not with_notes:
        return [Entry(row) for row in shown.rows]
    vault = given().vault
    notes = notes_of(db.session, [row.id for row in shown.rows], lambda kept: note_text(vault, kept))
    return [Entry(row, notes.get(row.id, ())) for row in shown.rows]
