"""The log of calls with a note of their supporter, by the words in it: some of the newest are opened, and no others."""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, Select, select, true, tuple_
from sqlalchemy.orm import Session

from app.calls.shown.log.filter import Cursor, LogFilter, conditions
from app.calls.shown.log.page import rows_of
from app.calls.shown.log.row import LogRow
from app.store.rows import by_name
from models import Call, CalledOffice, Feedback, ReportSource

NEWEST = 300  # notes that stand beside stances
OPENED = 2_000  # of the notes that fit what else was asked for
LOOKED_AT = 5_000  # notes among which those are
A_NOTE_AND_ITS_LIKE = 4  # notes that are read for each call of a page, where no words are looked for

Found = Row[datetime, int, int, str, bytes | None]
Reads = Callable[[bytes | None], str]

# What supporters wrote; why an organizer corrected something is no note of theirs.
_BY_SUPPORTERS = (Feedback.note_sealed.is_not(None), Feedback.source != ReportSource.ORGANIZER)


@dataclass(frozen=True)
class NotesPage:
    """Some calls with their notes, the newest note first; and behind which note the next ones begin, if any are left.

    With fewer rows than fit, so many notes were opened, and no more.
    """

    rows: tuple[LogRow, ...]
    notes: dict[int, str]
    next_cursor: Cursor | None
    is_cut_short: bool = False


def noted_calls(
    session: Session, which: LogFilter, words: str, *, reads: Reads, after: Cursor | None = None, limit: int = 50
) -> NotesPage:
    """Those whose note has all these words, in whatever case and with whatever accents; without words every one.

    `reads` opens a note, empty where its time is over. A call with several such notes stands where its newest is.
    """
    most = OPENED if words else A_NOTE_AND_ITS_LIKE * limit
    found = session.execute(_select_notes(which, after, most)).all()
    fits = _fitting(found, plain_words(words), reads)
    notes: dict[int, str] = {}
    last = None
    before = _on_pages_before(session, found, after, words, reads)
    for it, note in fits:
        if it.call_id in before:
            continue
        if it.call_id not in notes and len(notes) == limit:
            return NotesPage(_in_order(session, notes), notes, last)
        notes.setdefault(it.call_id, note)
        last = Cursor(it.created_at, it.id)
    end = _end(session, found, after, most)
    return NotesPage(_in_order(session, notes), notes, end, is_cut_short=end is not None)


@dataclass(frozen=True)
class NoteOfOffice:
    """A note that a supporter wrote of whoever holds a seat."""

    geoid: str
    call_id: int
    note_sealed: bytes


def newest_notes(session: Session, which: LogFilter) -> list[NoteOfOffice]:
    """Of the newest notes those of these calls, each with the seat it is about."""
    found = _select_notes(which, None, NEWEST, among=NEWEST)
    return [by_name(NoteOfOffice, row) for row in session.execute(found).mappings()]


def notes_of(session: Session, call_ids: Sequence[int], reads: Reads) -> Mapping[int, list[str]]:
    """All notes of these calls, each call's in the order of its offices; one statement."""
    notes: defaultdict[int, list[str]] = defaultdict(list)
    written = _notes_of(call_ids).order_by(CalledOffice.call_id, CalledOffice.rank, Feedback.id)
    for it in session.execute(written):
        notes[it.call_id] += filter(None, [reads(it.note_sealed)])
    return notes


def _on_pages_before(
    session: Session, found: Sequence[Found], after: Cursor | None, words: str, reads: Reads
) -> frozenset[int]:
    """Those of these calls that have a newer note which fits as well."""
    if after is None or not found:
        return frozenset()
    newer = tuple_(Feedback.created_at, Feedback.id) >= (after.created_at, after.id)
    notes = session.execute(_notes_of([it.call_id for it in found]).where(newer))
    looked_for = _plain(words).split()
    return frozenset(it.call_id for it in notes if _fits(reads(it.note_sealed), looked_for))


def _notes_of(call_ids: Sequence[int]) -> Select[int, bytes | None]:
    of_call = select(CalledOffice.call_id, Feedback.note_sealed).join_from(
        CalledOffice, Feedback, Feedback.called_office_id == CalledOffice.id
    )
    return of_call.where(CalledOffice.call_id.in_(call_ids), *_BY_SUPPORTERS)


def _fits(note: str, words: Sequence[str]) -> bool:
    plain = _plain(note)
    return bool(note) and all(word in plain for word in words)


def _fitting(found: Sequence[Found], words: Sequence[str], reads: Reads) -> Iterator[tuple[Found, str]]:
    for it in found:
        note = reads(it.note_sealed)
        if _fits(note, words):
            yield it, note


def plain_words(text: str) -> Sequence[str]:
    """The words of a text without case and accents."""
    return _plain(text).split()


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(it for it in apart if not unicodedata.combining(it))


def _select_notes(
    which: LogFilter, after: Cursor | None, most: int, *, among: int = 0
) -> Select[datetime, int, int, str, bytes | None]:
    looked_at = _newest(after).limit(among or LOOKED_AT).subquery("looked_at")
    it = looked_at.c
    of_call = select(Call.id, CalledOffice.district_geoid).join(CalledOffice, CalledOffice.call_id == Call.id)
    # One by one: else a plan may read all calls to look at those of some notes.
    fits = of_call.where(CalledOffice.id == it.called_office_id, *conditions(which)).limit(1)
    call = fits.correlate(looked_at).lateral("call_of_it")
    columns = (call.c.id.label("call_id"), call.c.district_geoid.label("geoid"), it.note_sealed)
    notes = select(it.created_at, it.id, *columns).join_from(looked_at, call, true())
    return notes.order_by(it.created_at.desc(), it.id.desc()).limit(most)


def _newest(after: Cursor | None) -> Select[datetime, int, int, bytes | None]:
    columns = (Feedback.created_at, Feedback.id, Feedback.called_office_id, Feedback.note_sealed)
    noted = select(*columns).where(*_BY_SUPPORTERS)
    if after:
        noted = noted.where(tuple_(Feedback.created_at, Feedback.id) < (after.created_at, after.id))
    return noted.order_by(Feedback.created_at.desc(), Feedback.id.desc())


def _end(session: Session, found: Sequence[Found], after: Cursor | None, most: int) -> Cursor | None:
    """The last note that was opened, or looked at, where there may be others behind it."""
    if len(found) == most:
        return Cursor(found[-1].created_at, found[-1].id)
    last = session.execute(_newest(after).offset(LOOKED_AT - 1).limit(1)).one_or_none()
    return Cursor(last.created_at, last.id) if last else None


def _in_order(session: Session, notes: dict[int, str]) -> tuple[LogRow, ...]:
    rows = {row.id: row for row in rows_of(session, list(notes))}
    return tuple(rows[call_id] for call_id in notes)
