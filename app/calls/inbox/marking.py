"""Marks notes: each statement changes one mark alone, so that those who work at once undo nothing of one another.

What is marked already stays as it is: whoever was first is told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, ScalarResult, cast, func, update
from sqlalchemy.orm import Session

from app.calls.inbox.wanted import is_note, is_theirs
from models import Feedback, FollowUp

MOST_TAGS = 8


@dataclass(frozen=True)
class By:
    """Who marks, and of which campaigns they may; None is every one."""

    who: str
    campaigns: frozenset[int] | None


def mark_read(session: Session, note_ids: Sequence[int], by: By) -> Sequence[int]:
    """Which of these nobody had read."""
    return _marked(session, note_ids, by, Feedback.read_at.is_(None), {"read_at": func.now(), "read_by": by.who}).all()


def mark_unread(session: Session, note_ids: Sequence[int], by: By) -> Sequence[int]:
    """Which of these somebody had read, so that they are to be read once more."""
    return _marked(session, note_ids, by, Feedback.read_at.is_not(None), {"read_at": None, "read_by": None}).all()


def mark_follow_up(session: Session, note_id: int, follow_up: FollowUp | None, by: By) -> bool:
    """Whether it needs an answer, has one, or needs none; and whether that is new."""
    is_other = Feedback.follow_up.is_distinct_from(follow_up)
    who = (
        {"followed_at": func.now(), "followed_by": by.who} if follow_up else {"followed_at": None, "followed_by": None}
    )
    return bool(_marked(session, [note_id], by, is_other, {"follow_up": follow_up, **who}).all())


def add_tag(session: Session, note_id: int, tag: str, by: By) -> bool:
    """Put a tag on it, unless it has that, or as many as it may have."""
    has = func.coalesce(Feedback.tags.contains([tag]), False)
    has_room = func.coalesce(func.cardinality(Feedback.tags), 0) < MOST_TAGS
    return bool(_marked(session, [note_id], by, ~has & has_room, {"tags": func.array_append(Feedback.tags, tag)}).all())


def remove_tag(session: Session, note_id: int, tag: str, by: By) -> bool:
    """Take a tag off it."""
    left = func.nullif(func.array_remove(Feedback.tags, tag), cast([], Feedback.tags.type))
    return bool(_marked(session, [note_id], by, Feedback.tags.contains([tag]), {"tags": left}).all())


def _marked(
    session: Session, note_ids: Sequence[int], by: By, only_if: ColumnElement[bool], marks: Mapping[str, object]
) -> ScalarResult[int]:
    theirs = (Feedback.id.in_(note_ids), *is_note(), is_theirs(by.campaigns), only_if)
    return session.scalars(update(Feedback).where(*theirs).values(marks).returning(Feedback.id))
