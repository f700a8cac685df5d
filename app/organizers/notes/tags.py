"""Puts short words on a note, by which it is found again, and takes them off."""

from flask import request
from werkzeug.wrappers import Response

from app.calls.inbox.marking import add_tag, remove_tag
from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.notes.asked import tag_of
from app.organizers.notes.list_page import NOTES, found_note
from app.organizers.notes.marks import here, me
from app.store.db import db
from app.store.unit import unit
from models import TeamRole


@organizers.post("/notes/<int:note_id>/tags")
@least(TeamRole.ORGANIZER)
def tag_note(note_id: int) -> Response:
    """Put one on."""
    note, tag = found_note(note_id), tag_of(request.form.get("tag", ""))
    with unit(db.session) as work:
        is_new = bool(tag) and add_tag(work.session, note.id, tag, me())
    told = ("tagged" if is_new else "many-tags") if tag else "no-tag"
    return NOTES.tells(told, at=f"note-{note.id}", **here())


@organizers.post("/notes/<int:note_id>/tags/off")
@least(TeamRole.ORGANIZER)
def untag_note(note_id: int) -> Response:
    """Take one off."""
    note = found_note(note_id)
    with unit(db.session) as work:
        is_new = remove_tag(work.session, note.id, tag_of(request.form.get("tag", "")), me())
    return NOTES.tells("untagged" if is_new else "same", at=f"note-{note.id}", **here())
