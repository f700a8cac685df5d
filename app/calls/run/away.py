"""All web servers were away: what the carrier told meanwhile nobody heard, so it is asked at once about every call."""

from datetime import datetime, timedelta

from sqlalchemy import Label, String, func, literal, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.calls.run.found_out import HEARTBEAT
from app.calls.run.reconcile import ask_about_all
from models import WebHeartbeat

BEATS_EVERY = 2.0  # seconds
AWAY_AFTER = timedelta(seconds=8)

NOW = func.now()


def beat(session: Session) -> bool:
    """Tell that a web server is alive; whether none was for a while. One statement, which is not worth a flush."""
    return bool(session.scalar(_BEAT))


def find_out(session: Session, *, queue: str, silent_for: timedelta = timedelta()) -> int:
    """Have the carrier asked about every call under way, as if nothing was heard of it for so long; how many."""
    now: datetime = session.scalars(select(NOW)).one()
    row = {"seen_at": now, "back_at": now}
    kept = insert(WebHeartbeat).values(id=HEARTBEAT, **row)
    session.execute(kept.on_conflict_do_update(index_elements=["id"], set_=row))
    return ask_about_all(session, now + silent_for, queue=queue, at_once=True)


def _were_away() -> Label[bool]:
    before = select(WebHeartbeat.seen_at).where(WebHeartbeat.id == HEARTBEAT).scalar_subquery()
    return (before < NOW - AWAY_AFTER).label("were_away")


_SEEN = insert(WebHeartbeat).values(id=HEARTBEAT, seen_at=NOW)
_KEPT = _SEEN.on_conflict_do_update(index_elements=["id"], set_={"seen_at": NOW}).returning(WebHeartbeat.id).cte("kept")
_NO_FLUSH = func.set_config("synchronous_commit", literal("off", String), literal(True))
_BEAT = select(_were_away(), _NO_FLUSH).add_cte(_KEPT)
