"""Marks a note, or all of a page, and leads on to the next one; what was marked by mistake is taken back."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from flask import request
from werkzeug.wrappers import Response

from app.calls.inbox.marking import By, mark_follow_up, mark_read, mark_unread
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.organizers.notes.asked import OF_AN_ADDRESS
from app.organizers.notes.list_page import NOTES, found_note, ids_of
from app.store.db import db
from app.store.unit import unit
from models import FollowUp, TeamRole


class _Mark(NamedTuple):
    """What a button does with a note, and whether the eye goes on to the next one then."""

    do: Callable[[int, By], bool]
    goes_on: bool


def _needs_answer(note_id: int, by: By) -> bool:
    """Whoever says so has read it."""
    is_new = mark_follow_up(db.session, note_id, FollowUp.NEEDED, by)
    return bool(mark_read(db.session, [note_id], by)) or is_new


MARKS: Mapping[str, _Mark] = {
    "read": _Mark(lambda note_id, by: bool(mark_read(db.session, [note_id], by)), goes_on=True),
    "unread": _Mark(lambda note_id, by: bool(mark_unread(db.session, [note_id], by)), goes_on=False),
    "needs-answer": _Mark(_needs_answer, goes_on=True),
    "answered": _Mark(lambda note_id, by: mark_follow_up(db.session, note_id, FollowUp.DONE, by), goes_on=True),
    "needs-none": _Mark(lambda note_id, by: mark_follow_up(db.session, note_id, None, by), goes_on=True),
}


@organizers.post("/notes/<int:note_id>/mark")
@least(TeamRole.ORGANIZER)
def mark_note(note_id: int) -> Response:
    """Do what the button says; one that we do not know changes nothing."""
    note, name = found_note(note_id), request.form.get("do", "")
    mark = MARKS.get(name)
    with unit(db.session):
        is_new = mark is not None and mark.do(note.id, me())
    following = ids_of(request.form.get("next", ""))
    at = f"do-{following[0]}" if mark and mark.goes_on and following else f"note-{note.id}"
    undo = {"undo": str(note.id)} if is_new and name == "read" else {}
    return NOTES.tells(name if is_new else "same", at=at, **here(), **undo)


@organizers.post("/notes/read")
@least(TeamRole.ORGANIZER)
def mark_all_read() -> Response:
    """All that stood on a page."""
    with unit(db.session) as work:
        new = mark_read(work.session, ids_of(request.form.get("notes", "")), me())
    undo = {"undo": ",".join(map(str, sorted(new, reverse=True)))} if new else {}
    return NOTES.tells("read" if new else "same", at="notes", **here(), **undo)


@organizers.post("/notes/unread")
@least(TeamRole.ORGANIZER)
def mark_all_unread() -> Response:
    """Take that back."""
    with unit(db.session) as work:
        new = mark_unread(work.session, ids_of(request.form.get("notes", "")), me())
    return NOTES.tells("unread" if new else "same", at="notes", **here())


def me() -> By:
    """Whoever has signed in."""
    return By(signed_in().email, signed_in().campaigns)


def here() -> Mapping[str, str]:
    """The list from which a form was sent, as its address has it."""
    return {name: value for name, value in request.args.items() if name in OF_AN_ADDRESS}
