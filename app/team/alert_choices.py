"""Which alerts somebody wants by mail."""

from collections.abc import Collection

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from models import AlertChoice, AlertKind


def chosen_alerts(session: Session, organizer_id: int) -> frozenset[AlertKind]:
    """Those that they chose."""
    return frozenset(session.scalars(select(AlertChoice.kind).where(AlertChoice.organizer_id == organizer_id)))


def choose_alerts(session: Session, organizer_id: int, kinds: Collection[AlertKind]) -> bool:
    """Let it be these from now on; False if it is these already."""
    if chosen_alerts(session, organizer_id) == frozenset(kinds):
        return False
    session.execute(delete(AlertChoice).where(AlertChoice.organizer_id == organizer_id))
    rows = [{"organizer_id": organizer_id, "kind": kind} for kind in sorted(set(kinds))]
    if rows:
        session.execute(insert(AlertChoice), rows)
    return True
