"""Which notes somebody asks for, and the conditions of a statement that only those meet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, ScalarSelect, Select, literal_column, select, tuple_

from app.calls.life.reports import by_rank
from app.calls.shown.log.filter import A_DAY, Cursor, midnight
from models import Call, CalledOffice, Feedback, FollowUp, ReportSource, Stance


class Show(StrEnum):
    """Which of them: what nobody read yet, what needs an answer, or every one."""

    UNREAD = "unread"
    NEEDS_ANSWER = "needs-answer"
    EVERY = "every"


@dataclass(frozen=True)
class NotesWanted:
    """Of no more than `campaigns`, where somebody may not see all; of a campaign, seat, stance, tag, and of which days.

    None is of a rehearsal.
    """

    show: Show = Show.EVERY
    campaigns: frozenset[int] | None = None
    campaign_id: int | None = None
    geoid: str | None = None
    stance: Stance | None = None
    tag: str | None = None
    since: date | None = None
    until: date | None = None


def newest(wanted: NotesWanted, after: Cursor | None = None) -> Select[Feedback]:
    """What is known of notes by themselves, along an index: the newest first, those behind `after`."""
    found = select(Feedback).where(*is_note(), *_by_itself(wanted))
    if after:
        found = found.where(tuple_(Feedback.created_at, Feedback.id) < (after.created_at, after.id))
    return found.order_by(Feedback.created_at.desc(), Feedback.id.desc())


def of_call(wanted: NotesWanted) -> Iterator[ColumnElement[bool]]:
    """What the call and the office of a note must be."""
    yield ~Call.rehearsal
    if wanted.campaigns is not None:
        yield Call.campaign_id.in_(wanted.campaigns)
    if wanted.campaign_id is not None:
        yield Call.campaign_id == wanted.campaign_id
    if wanted.geoid is not None:
        yield CalledOffice.district_geoid == wanted.geoid
    if wanted.stance is not None:
        yield stance_that_counts() == wanted.stance


def stance_that_counts() -> ScalarSelect[Stance | None]:
    """Where the office stands: as an organizer knows it, or as the supporter heard it."""
    told = select(Feedback.stance).where(Feedback.called_office_id == CalledOffice.id)
    return told.order_by(by_rank(Feedback.source)).limit(1).correlate(CalledOffice).scalar_subquery()


def is_theirs(campaigns: frozenset[int] | None) -> ColumnElement[bool]:
    """Whether the note is one of a campaign that somebody may see."""
    call = select(Call.id).join(CalledOffice).where(CalledOffice.id == Feedback.called_office_id)
    return call.where(*of_call(NotesWanted(campaigns=campaigns))).limit(1).scalar_subquery().is_not(None)


def is_note() -> Iterator[ColumnElement[bool]]:
    """What a supporter wrote; why an organizer corrected something is no note of theirs."""
    yield Feedback.note_sealed.is_not(None)
    yield Feedback.source != _ORGANIZER


# Written out, so that any plan may go by the indexes of these.
_ORGANIZER: ColumnElement[str] = literal_column(f"'{ReportSource.ORGANIZER}'")
_NEEDED: ColumnElement[str] = literal_column(f"'{FollowUp.NEEDED}'")


def _by_itself(wanted: NotesWanted) -> Iterator[ColumnElement[bool]]:
    if wanted.show is Show.UNREAD:
        yield Feedback.read_at.is_(None)
    if wanted.show is Show.NEEDS_ANSWER:
        yield Feedback.follow_up == _NEEDED
    if wanted.tag is not None:
        yield from (Feedback.tags.is_not(None), Feedback.tags.contains([wanted.tag]))
    if wanted.since is not None:
        yield Feedback.created_at >= midnight(wanted.since)
    if wanted.until is not None:
        yield Feedback.created_at < midnight(wanted.until + A_DAY)
