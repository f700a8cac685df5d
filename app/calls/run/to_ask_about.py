"""Which calls the carrier is to be asked about: the one of which nothing was heard for the longest time comes first."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, DateTime, Select, and_, any_, exists, func, or_, select, union_all, update
from sqlalchemy.orm import Session

from app.store.once import Once, param
from models import IN_FLIGHT, Call, CallSource, CallStatus, Leg
from models.call import TELLS_ALL_WITHIN

QUIET = timedelta(seconds=90)
LOOK_BACK = timedelta(hours=1)
SOME = 30  # more than ever are asked about at the same moment

NOW, QUIET_SINCE, LONG_AGO = (param(name, DateTime(timezone=True)) for name in ("now", "quiet_since", "long_ago"))
_SINCE = func.greatest(Call.status_since, Call.checked_at)


def claim_next(session: Session, now: datetime) -> int | None:
    """Take the next one that nobody else takes just now: it is not asked about again for a while.

    So whoever is killed while asking, or gets no answer, leaves it to others.
    """
    row = _CLAIM.row(session, now=now, **_past(now))
    return row["id"] if row else None


def is_told(session: Session, call_id: int, now: datetime) -> None:
    """The carrier answered: that was the last time, if all of a call that is over could be known by then."""
    is_over = Call.ended_at <= now - TELLS_ALL_WITHIN
    session.execute(update(Call).where(Call.id == call_id, is_over).values(is_told=True))


def all_to_ask_about(session: Session, now: datetime) -> Sequence[int]:
    """Every one of them."""
    return [row["id"] for row in _ALL.rows(session, **_past(now))]


def _past(now: datetime) -> dict[str, datetime]:
    return {"quiet_since": now - QUIET, "long_ago": now - LOOK_BACK}


def _due() -> Select[int]:
    """Calls that are open and silent, and calls that ended with something missing.

    Each of the two is found along an index that holds no other calls; one condition for both would read them all.
    """
    silent = select(Call.id, _SINCE.label("since")).where(
        Call.status.in_(IN_FLIGHT - {CallStatus.REQUESTED}), Call.ended_at.is_(None), _SINCE <= QUIET_SINCE
    )
    incomplete = select(Call.id, _SINCE.label("since")).where(
        Call.ended_at.between(LONG_AGO, QUIET_SINCE),
        Call.ring_seconds.is_(None) | Call.talk_seconds.is_(None) | Call.total_seconds.is_(None),
        Call.source != CallSource.OWN_PHONE,  # of which no carrier knows anything
        ~Call.is_told,
        or_(Call.checked_at.is_(None), _in_vain()),
    )
    both = union_all(silent, incomplete).subquery()
    return select(both.c.id).order_by(both.c.since, both.c.id)


def _in_vain() -> ColumnElement[bool]:
    """It was asked about before the carrier told all of it, or nobody heard the answer; a phone did ring."""
    return and_(Call.checked_at <= QUIET_SINCE, exists().where(Leg.call_id == Call.id))


def _claim() -> Select[int]:
    """One that was claimed meanwhile is passed over, and so is one that is just being claimed."""
    due = func.array(_due().limit(SOME).scalar_subquery())
    not_meanwhile = or_(Call.checked_at.is_(None), Call.checked_at <= QUIET_SINCE)
    free = select(Call.id).where(Call.id == any_(due), not_meanwhile).order_by(_SINCE, Call.id).limit(1)
    mine = free.with_for_update(skip_locked=True, key_share=True).scalar_subquery()
    claimed = update(Call).where(Call.id == mine).values(checked_at=NOW).returning(Call.id).cte("claimed")
    return select(claimed.c.id)


_ALL, _CLAIM = Once(_due), Once(_claim)
