"""Does the jobs that ring phones or ask about calls, one after the other, as if the moment of each had come."""

from collections import defaultdict
from datetime import datetime, timedelta

from sqlalchemy import text
from sqlalchemy.orm import Session

from app.calls.run.dial import Ringing, ring_again
from app.calls.run.reconcile import Reconciling, reconcile_due
from app.calls.run.refused import note_code
from app.calls.run.ring import ring, ring_next, ring_waiting
from app.guard.phone_vault import PhoneVault
from app.store.unit import Unit
from tests.world.one_unit import kept

DOES = {"ring": ring, "ring_waiting": ring_waiting, "ring_next": ring_next, "ring_again": ring_again}
NEXT = text("""
DELETE FROM procrastinate_jobs WHERE id = (
    SELECT id FROM procrastinate_jobs WHERE task_name LIKE 'ring%' AND status = 'todo' ORDER BY scheduled_at, id LIMIT 1
) RETURNING task_name, args, extract(epoch FROM scheduled_at - clock_timestamp()) AS wait
""")
CODES = text("DELETE FROM procrastinate_jobs WHERE task_name = 'note_code' RETURNING args")
ITS_MOMENT = text("UPDATE carrier_pace SET next_at = clock_timestamp()")


def reconciled(session: Session, now: datetime, how: Reconciling) -> int:
    """Ask about every call that needs it; returns how many."""
    return kept(session, lambda work: reconcile_due(work, how, lambda: now))


def jobs_done(session: Session, ringing: Ringing) -> dict[str, tuple[timedelta, ...]]:
    """Until none is left; returns for how many whole seconds those waited that were to run later, by their names."""
    waited = defaultdict(list)
    while job := session.execute(NEXT).mappings().one_or_none():
        if job["wait"] is not None:
            session.execute(ITS_MOMENT)
            waited[job["task_name"]].append(timedelta(seconds=round(job["wait"])))
        session.commit()
        kept(session, lambda work, job=job: _do(work, job["task_name"], job["args"], ringing))
    return {name: tuple(waits) for name, waits in waited.items()}


def codes_noted(session: Session, vault: PhoneVault) -> None:
    """What the carrier's codes, told of calls under way, lead to."""
    session.rollback()
    for args in session.scalars(CODES).all():
        note_code(session, vault, **args)
    session.commit()


def _do(work: Unit, name: str, args: dict[str, int], ringing: Ringing) -> None:
    DOES[name](work, **args, ringing=ringing)
