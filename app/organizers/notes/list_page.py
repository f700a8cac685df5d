"""The inbox: the notes that were asked for, the newest first, with what there is to do with each."""

from dataclasses import dataclass

from flask import abort, render_template, request

from app.calls.inbox.marking import MOST_TAGS
from app.calls.inbox.reading import LOOKED_AT, Note, how_many, note_by_id, notes_page, tags_of
from app.calls.inbox.wanted import NotesWanted, Show
from app.calls.life.notes import note_text
from app.extensions import given
from app.guard.who_may import least
from app.organizers.accounts.roles import signed_in
from app.organizers.blueprint import organizers
from app.organizers.log.choices import STANCES
from app.organizers.log.cursors import read_cursor, write_cursor
from app.organizers.log.filters import LARGEST_ID, number_in
from app.organizers.notes.asked import Asked, asked
from app.organizers.notices import Notice, Page
from app.store.db import db
from models import LONGEST_TAG, TeamRole

SHOWS = {Show.UNREAD: "To read", Show.NEEDS_ANSWER: "Needs an answer", Show.EVERY: "All"}
NOTES = Page(
    "organizers.notes",
    {
        "read": Notice("Marked as read."),
        "unread": Notice("To be read again."),
        "needs-answer": Notice("Kept under “Needs an answer”, and read."),
        "answered": Notice("Marked as answered."),
        "needs-none": Notice("It needs no answer any more."),
        "tagged": Notice("Tagged."),
        "untagged": Notice("The tag is taken off."),
        "no-tag": Notice(f"Type a tag of up to {LONGEST_TAG} letters, such as “hearing”.", is_bad=True),
        "many-tags": Notice(f"Nothing was changed: the note has that tag, or {MOST_TAGS} others already.", is_bad=True),
        "same": Notice("Nothing was changed: somebody was faster, or it is so already."),
        "redacted": Notice("Taken out, for good. Nobody reads these words here any more."),
    },
)


@dataclass(frozen=True)
class Tab:
    """Some of the notes that were asked for, and how many they are; `is_more` where that is all we count to."""

    title: str
    asked: Asked
    notes: int | None = None

    @property
    def counted(self) -> str:
        """How many, in figures."""
        if self.notes is None:
            return ""
        return f"{min(self.notes, LOOKED_AT):,}" + ("+" if self.notes > LOOKED_AT else "")


@organizers.get("/notes")
@least(TeamRole.VIEWER)
def notes() -> str:
    """A page of it."""
    own, wanted = given(), asked()
    before = read_cursor(own.tokens, request.args.get("before", ""))
    shown = notes_page(
        db.session, wanted.wanted, lambda kept: note_text(own.vault, kept), words=wanted.words, after=before
    )
    older = shown.next_cursor
    return render_template(
        "organizers/notes/list.html",
        asked=wanted,
        tabs=[_tab(wanted, show) for show in Show],
        tags=tags_of(db.session, NotesWanted(campaigns=signed_in().campaigns, campaign_id=wanted.wanted.campaign_id)),
        notes=shown.notes,
        here={**wanted.query, **({"before": request.args["before"]} if before else {})},
        stances=STANCES,
        is_later_page=before is not None,
        older=write_cursor(own.tokens, older) if older else None,
        cut_at=older.created_at if older and shown.is_cut_short else None,
        longest_tag=LONGEST_TAG,
        notice=NOTES.notice(),
        undo=ids_of(request.args.get("undo", "")),
        may_mark=signed_in().may(TeamRole.ORGANIZER),
    )


def found_note(note_id: int) -> Note:
    """The note, or the page that says that there is none."""
    note = note_by_id(db.session, note_id, signed_in().campaigns) if note_id <= LARGEST_ID else None
    return note or abort(404)


def ids_of(text: str) -> list[int]:
    """The ids of an address or a form, of no more notes than a page has."""
    return [one for one in map(number_in, text.split(",")[:100]) if one is not None]


def _tab(wanted: Asked, show: Show) -> Tab:
    is_counted = show is not Show.EVERY and not wanted.words
    it = wanted.showing(show)
    return Tab(SHOWS[show], it, how_many(db.session, it.wanted) if is_counted else None)
