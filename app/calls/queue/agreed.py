"""For how long a supporter agreed to wait: "call me now" means ten minutes; whoever keeps a place waits for longer."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import BindParameter, ColumnElement, and_, case, func, or_, select, update
from sqlalchemy.orm import Session

from app.store.job_queue import DEFAULT_QUEUE, defer
from app.store.once import Once, param
from models import Call, CalledOffice, CallStatus, OfficeLine

NOW_MEANS = timedelta(minutes=10)  # after "call me now"
WAITS_AT_MOST = timedelta(minutes=90)  # in the line of a busy office, with the place in it shown
ANSWERS_WITHIN = timedelta(minutes=10)  # whoever is asked whether to keep their place


def patience(*, keeps_place: bool) -> timedelta:
    """For how long somebody waits who clicks now."""
    return WAITS_AT_MOST if keeps_place else NOW_MEANS


def rings_until(now: datetime, *, keeps_place: bool) -> datetime:
    """Until when they may be rung."""
    return now + patience(keeps_place=keeps_place)


def still_wanted() -> ColumnElement[bool]:
    """A supporter agreed to be called now, or at a time of their own, not whenever a worker comes back.

    By the clock that is passed in as `now`, with `since` ten minutes before: the database may run on another. Never
    unknown, so that its opposite may be asked for, too.
    """
    began = func.coalesce(Call.waits_since, Call.created_at) > param("since", Call.created_at.type)
    return case((Call.ring_until.is_(None), began), else_=Call.ring_until > _NOW)


def waits_too_long() -> ColumnElement[bool]:
    """Whether a call that waits is over by now: nobody is to be rung, and nobody asked whether they wait on.

    By the same clock, wherever a call is ended for it: whoever read it earlier may find it stepped aside by another
    worker since, or its place kept.
    """
    return and_(~still_wanted(), ~_is_asked(_NOW))


def has_not_answered() -> ColumnElement[bool]:
    """The same for one that stood aside, where nobody answered `since_asked`."""
    asked_long_ago = Call.ring_until <= param("since_asked", Call.created_at.type)
    return and_(Call.waits_for.is_(None), _is_asked(_NOW), asked_long_ago)


def step_aside(session: Session, call_id: int, now: datetime) -> bool:
    """Let those behind go first while this supporter is asked; False if they are not to be asked."""
    mine = update(Call).where(Call.id == call_id, Call.waits_for.is_not(None), _is_asked(now))
    aside = mine.values(waits_for=None, waits_since=None).returning(Call.id)
    return session.execute(aside).first() is not None


def keep_place(session: Session, call_id: int, now: datetime, *, queue: str = DEFAULT_QUEUE) -> None:
    """They said yes: back to where they stood in the line, to be rung when it is their turn; twice is once."""
    number = (
        select(OfficeLine.e164)
        .join(CalledOffice, CalledOffice.office_line_id == OfficeLine.id)
        .where(CalledOffice.call_id == Call.id, CalledOffice.rank == Call.office_at)
        .scalar_subquery()
    )
    kept = {
        "waits_for": func.coalesce(Call.waits_for, number),
        "waits_since": func.coalesce(Call.waits_since, Call.ring_until - NOW_MEANS),
        "ring_until": Call.ring_until + (WAITS_AT_MOST - NOW_MEANS),
    }
    said = update(Call).where(Call.id == call_id, _is_asked(now)).values(kept).returning(Call.id)
    if session.execute(said.execution_options(synchronize_session=False)).first():
        defer(session, "ring", queue=queue, call_id=call_id)


def without_an_answer(session: Session, now: datetime) -> Sequence[int]:
    """The calls that stand aside and were asked in vain."""
    return [row["id"] for row in _WITHOUT_AN_ANSWER.rows(session, **asked_in_vain(now))]


def asked_in_vain(now: datetime) -> dict[str, datetime]:
    """As parameters of a statement with `has_not_answered` in it."""
    return {"now": now, "since_asked": now - ANSWERS_WITHIN}


def is_asked(ring_until: datetime | None, waits_since: datetime | None, now: datetime) -> bool:
    """Whether a call that waits is rung no more unless its supporter keeps their place: they have not said so yet."""
    if ring_until is None or ring_until > now:
        return False
    return waits_since is None or ring_until <= waits_since + NOW_MEANS


def _is_asked(now: datetime | BindParameter[datetime]) -> ColumnElement[bool]:
    """The same, beside a call; never unknown."""
    waits = and_(Call.status == CallStatus.REQUESTED, Call.ended_at.is_(None))
    is_time = and_(Call.ring_until.is_not(None), Call.ring_until <= now)
    is_first_time = or_(Call.waits_since.is_(None), Call.ring_until <= Call.waits_since + NOW_MEANS)
    return and_(waits, is_time, is_first_time)


_NOW = param("now", Call.created_at.type)
_WITHOUT_AN_ANSWER = Once(lambda: select(Call.id).where(has_not_answered()).order_by(Call.id))
