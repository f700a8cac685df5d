"""Reads the notes that somebody asks for, a page at a time: some of the newest are looked at, however long the log."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, TypeAlias

from sqlalchemy import RowMapping, Select, Subquery, func, select, true
from sqlalchemy.orm import Session

from app.calls.inbox.wanted import NotesWanted, newest, of_call, stance_that_counts
from app.calls.shown.log.filter import Cursor
from app.calls.shown.log.notes import plain_words
from app.store.rows import by_name
from models import Call, CalledOffice, District, Feedback, FollowUp, OfficeHolder, ReportedOutcome, Stance

A_PAGE = 50
LOOKED_AT = 2_000  # of the newest, among which are those of whom the rest was asked for
OPENED = 2_000  # to look for words in them

Reads = Callable[[bytes | None], str]
Opened: TypeAlias = tuple[RowMapping, str]  # a note's row, and what it says


@dataclass(frozen=True)
class Note:
    """A note as it is kept, of which office and call it is, and what was done with it."""

    id: int
    created_at: datetime
    note_sealed: bytes
    outcome: ReportedOutcome
    read_at: datetime | None
    read_by: str | None
    follow_up: FollowUp | None
    followed_at: datetime | None
    followed_by: str | None
    tags: Sequence[str] | None
    redacted_at: datetime | None
    call_id: int
    campaign_id: int
    is_coarse: bool
    town: str
    geoid: str
    district: str
    representative: str | None
    holder_id: int | None
    stance: Stance | None


class Read(NamedTuple):
    """A note, and what it says; nothing where its key is gone."""

    note: Note
    text: str


@dataclass(frozen=True)
class NotesPage:
    """Some notes, the newest first; behind which the next begin, if there may be any, and whether it was cut short."""

    notes: tuple[Read, ...]
    next_cursor: Cursor | None
    is_cut_short: bool = False


def notes_page(
    session: Session,
    wanted: NotesWanted,
    reads: Reads,
    *,
    words: str = "",
    after: Cursor | None = None,
    limit: int = A_PAGE,
) -> NotesPage:
    """Those that come first, or behind a page; with all these `words` in them, in whatever case and accents."""
    most = OPENED if words else limit + 1
    found = _found(session, wanted, after, most)
    opened = ((row, reads(row["note_sealed"])) for row in found)
    fitting = list(_first(_with_words(opened, plain_words(words)), limit + 1))
    notes = tuple(Read(by_name(Note, row), text) for row, text in fitting[:limit])
    if len(fitting) > limit:
        return NotesPage(notes, Cursor(notes[-1].note.created_at, notes[-1].note.id))
    end = _end(session, wanted, after, found, most)
    return NotesPage(notes, end, is_cut_short=end is not None)


def note_by_id(session: Session, note_id: int, campaigns: frozenset[int] | None) -> Note | None:
    """One note, for whoever may see it."""
    wanted = NotesWanted(campaigns=campaigns)
    one = _select(newest(wanted).where(Feedback.id == note_id).subquery("looked_at"), wanted)
    row = session.execute(one).mappings().one_or_none()
    return by_name(Note, row) if row else None


def how_many(session: Session, wanted: NotesWanted) -> int:
    """How many there are among the newest; more than `LOOKED_AT` are as many as that and one."""
    looked_at = newest(wanted).with_only_columns(Feedback.called_office_id).limit(LOOKED_AT + 1).subquery("looked_at")
    of_it = select(Call.id).join(CalledOffice, CalledOffice.call_id == Call.id)
    its_own = of_it.where(CalledOffice.id == looked_at.c.called_office_id, *of_call(wanted)).limit(1)
    is_theirs = its_own.correlate(looked_at).scalar_subquery().is_not(None)  # one by one, as below
    return session.scalar(select(func.count()).select_from(looked_at).where(is_theirs)) or 0


def tags_of(session: Session, wanted: NotesWanted) -> Mapping[str, int]:
    """The tags of the newest notes that have any, and on how many each stands; by name."""
    tagged = newest(NotesWanted()).where(Feedback.tags.is_not(None)).limit(LOOKED_AT).subquery("looked_at")
    notes = _select(tagged, wanted).subquery()
    tag = func.unnest(notes.c.tags).label("tag")
    counted = select(tag, func.count().label("notes")).group_by(tag).order_by(tag)
    return {row.tag: row.notes for row in session.execute(counted)}


def _found(session: Session, wanted: NotesWanted, after: Cursor | None, most: int) -> Sequence[RowMapping]:
    looked_at = newest(wanted, after).limit(LOOKED_AT).subquery("looked_at")
    notes = _select(looked_at, wanted).order_by(looked_at.c.created_at.desc(), looked_at.c.id.desc())
    return session.execute(notes.limit(most)).mappings().all()


def _select(looked_at: Subquery, wanted: NotesWanted) -> Select[*tuple[object, ...]]:
    """Each with its call, one by one: else a plan may read all calls to look at those of some notes."""
    of_it = (
        select(
            Call.id.label("call_id"),
            Call.campaign_id,
            Call.is_coarse,
            Call.town,
            CalledOffice.district_geoid.label("geoid"),
            District.name.label("district"),
            OfficeHolder.name.label("representative"),
            CalledOffice.office_holder_id.label("holder_id"),
            stance_that_counts().label("stance"),
        )
        .join(CalledOffice, CalledOffice.call_id == Call.id)
        .join(District, CalledOffice.district_geoid == District.geoid)
        .outerjoin(OfficeHolder, CalledOffice.office_holder_id == OfficeHolder.id)
        .where(CalledOffice.id == looked_at.c.called_office_id, *of_call(wanted))
        .limit(1)
    )
    call = of_it.correlate(looked_at).lateral("call_of_it")
    return select(looked_at, call).join_from(looked_at, call, true())


def _with_words(opened: Iterator[Opened], words: Sequence[str]) -> Iterator[Opened]:
    for row, text in opened:
        plain = " ".join(plain_words(text)) if words else ""
        if all(word in plain for word in words):
            yield row, text


def _first(opened: Iterator[Opened], how_many: int) -> Iterator[Opened]:
    return (it for _, it in zip(range(how_many), opened, strict=False))


def _end(
    session: Session, wanted: NotesWanted, after: Cursor | None, found: Sequence[RowMapping], most: int
) -> Cursor | None:
    """The last note that was opened, or looked at, where there may be others behind it."""
    if len(found) == most:
        return Cursor(found[-1]["created_at"], found[-1]["id"])
    looked_at = newest(wanted, after).with_only_columns(Feedback.created_at, Feedback.id)
    last = session.execute(looked_at.offset(LOOKED_AT - 1).limit(1)).one_or_none()
    return Cursor(last.created_at, last.id) if last else None
