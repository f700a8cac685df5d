"""Takes words out of a note: shown first how it will read, then done for good."""

from http import HTTPStatus
from typing import Annotated

from flask import render_template, request
from flask.typing import ResponseReturnValue
from pydantic import PlainValidator, ValidationInfo

from app.calls.inbox.reading import Note
from app.calls.inbox.redacting import Redacted, redact, without
from app.calls.life.notes import note_text
from app.extensions import given
from app.guard.masking import MAIL, NUMBER
from app.guard.who_may import least
from app.organizers.audited import note as write_down
from app.organizers.blueprint import organizers
from app.organizers.change import digest
from app.organizers.notes.list_page import NOTES, found_note
from app.organizers.notes.marks import here
from app.privacy.holding.change import standing_hold
from app.serving.forms import Filled, Form, Text, Wrong, known, read_form
from app.store.db import db
from app.store.unit import unit
from models import AuditAct, LegalHold, TeamRole

LONGEST = 1_000  # a note has 500 characters, and may be taken out as a whole
SHORTEST = 2
NO_WORDS = "Write the words that are to go, such as a name or a number."
TOO_SHORT = "“{words}” is too short: it would be taken out wherever that letter stands alone."
NOT_THERE = "“{words}” does not stand in the note. Copy it from there, with its spelling."
FASTER = "The note was changed since you opened this page. Read what it says now, then send again."


def _words(typed: str, info: ValidationInfo) -> Redacted:
    lines = [line for line in typed.splitlines() if line.strip()]
    if not lines:
        raise Wrong(NO_WORDS)
    short = [line for line in lines if len(line) < SHORTEST]
    left = without(known(info, "text", str), lines)
    if short or left.missing:
        raise Wrong(
            *(TOO_SHORT.format(words=one) for one in short),
            *(NOT_THERE.format(words=one) for one in left.missing if one not in short),
        )
    return left


class RedactForm(Form):
    """What is to go, one a line; meant is what is left."""

    words: Annotated[Redacted, Text(limit=LONGEST, lines=True), PlainValidator(_words)]


@organizers.get("/notes/<int:note_id>/redact")
@least(TeamRole.ORGANIZER)
def redact_note(note_id: int) -> str:
    """Ask what is to go: telephone numbers and addresses stand there already. Under a legal hold nothing may go."""
    note = found_note(note_id)
    hold = standing_hold(db.session, note.campaign_id)
    if hold:
        return _held(hold, note)
    text = note_text(given().vault, note.note_sealed)
    found = dict.fromkeys(it[0].strip() for shape in (MAIL, NUMBER) for it in shape.finditer(text))
    return _page(note, text, Filled({"words": "\n".join(found)}))


@organizers.post("/notes/<int:note_id>/redact")
@least(TeamRole.ORGANIZER)
def redact_this(note_id: int) -> ResponseReturnValue:
    """Show what is left; where somebody was shown just that and is sure, keep it."""
    note = found_note(note_id)
    hold = standing_hold(db.session, note.campaign_id)
    if hold:
        return _held(hold, note), HTTPStatus.CONFLICT
    text = note_text(given().vault, note.note_sealed)
    form = read_form(RedactForm, request.form, text=text)
    is_sure, seen = "sure" in request.form, digest(text)
    if is_sure and form.seen != seen:
        return _page(note, text, form.with_error("words", FASTER)), HTTPStatus.CONFLICT
    if form.meant is None:
        return _page(note, text, form), HTTPStatus.UNPROCESSABLE_ENTITY
    if not is_sure:
        return _page(note, text, form)
    left = form.meant.words
    with unit(db.session) as work:
        is_done = redact(work.session, given().vault, note, left.text)
        if is_done:
            subject, told = f"the note of call {note.call_id}", {"words taken out": left.times}
            write_down(work.session, AuditAct.NOTE_REDACTED, subject, campaign_id=note.campaign_id, after=told)
    return NOTES.tells("redacted" if is_done else "same", at=f"note-{note.id}", **here())


def _held(hold: LegalHold, note: Note) -> str:
    """Why not, until when, and who can change that."""
    return render_template("organizers/notes/held.html", hold=hold, note=note, here=here())


def _page(note: Note, text: str, form: Filled[RedactForm]) -> str:
    return render_template(
        "organizers/notes/redact.html",
        note=note,
        text=text,
        form=form,
        left=form.meant.words if form.meant else None,
        seen=digest(text),
        here=here(),
        longest=LONGEST,
    )
