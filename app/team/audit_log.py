"""Reads what was written down of who did what, the newest first, and forgets it after a year."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, delete, func, or_, select, tuple_
from sqlalchemy.orm import Session

from app.calls.held import is_held
from app.clock import EASTERN
from models import AuditAct, AuditEvent

A_PAGE = 50
A_DAY = timedelta(days=1)
KEPT = timedelta(days=366)  # a trigger refuses to delete what is not older than a year


@dataclass(frozen=True)
class AuditFilter:
    """What is asked for; None is all. `theirs` are the campaigns of whoever asks: of nothing else they read."""

    who: str | None = None
    act: AuditAct | None = None
    campaign_id: int | None = None
    day: date | None = None
    theirs: frozenset[int] | None = None


@dataclass(frozen=True)
class Place:
    """Where a page ended: the next begins after it."""

    at: datetime
    id: int


@dataclass(frozen=True)
class AuditPage:
    """Some of it, and where what is older begins, if there is more."""

    events: tuple[AuditEvent, ...]
    older: Place | None


def audit_page(session: Session, which: AuditFilter, before: Place | None, how_many: int = A_PAGE) -> AuditPage:
    """So many events that were asked for: one statement."""
    newest = select(AuditEvent).where(*_conditions(which, before)).order_by(AuditEvent.at.desc(), AuditEvent.id.desc())
    events = session.scalars(newest.limit(how_many + 1)).all()
    shown = tuple(events[:how_many])
    return AuditPage(shown, Place(shown[-1].at, shown[-1].id) if len(events) > how_many else None)


def every_event(session: Session, which: AuditFilter, at_once: int = 500) -> Iterator[tuple[AuditEvent, ...]]:
    """All that was asked for, page by page: what is written meanwhile is not among them."""
    page = audit_page(session, which, None, at_once)
    yield page.events
    while page.older:
        page = audit_page(session, which, page.older, at_once)
        yield page.events


def forget_what_is_old(session: Session) -> None:
    """Delete what is older than a year, by the clock that also guards it.

    Of a campaign that a legal hold keeps nothing: it says what was changed by hand, and what stood there before.
    """
    is_free = or_(AuditEvent.campaign_id.is_(None), ~is_held(AuditEvent.campaign_id))
    session.execute(delete(AuditEvent).where(AuditEvent.at < func.now() - KEPT, is_free))


def _conditions(which: AuditFilter, before: Place | None) -> list[ColumnElement[bool]]:
    asked: list[tuple[object, ColumnElement[bool]]] = [
        (which.who, AuditEvent.who == which.who),
        (which.act, AuditEvent.act == which.act),
        (which.campaign_id, AuditEvent.campaign_id == which.campaign_id),
        (which.theirs, AuditEvent.campaign_id.in_(which.theirs or ())),
    ]
    conditions = [condition for value, condition in asked if value is not None]
    if which.day is not None:
        conditions += [AuditEvent.at >= _midnight(which.day), AuditEvent.at < _midnight(which.day + A_DAY)]
    if before:
        conditions.append(tuple_(AuditEvent.at, AuditEvent.id) < (before.at, before.id))
    return conditions


def _midnight(day: date) -> datetime:
    """When a day begins in Massachusetts."""
    return datetime.combine(day, time(), EASTERN)
