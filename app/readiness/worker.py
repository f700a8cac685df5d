"""Whether a worker runs: without one nobody is rung."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from app.config import Settings
from app.readiness.check import About, Check, Weight
from app.store.job_queue import a_worker_runs

NO_WORKER = Check(About.WORKER, Weight.BLOCKS, "No worker runs: nobody is rung.", "Start it: flask worker")


def worker_checks(session: Session, config: Settings) -> Iterator[Check]:
    """What is not right with it, where a carrier is set up: the demo and rehearsals bring their own."""
    if config.twilio_account_sid and not a_worker_runs(session):
        yield NO_WORKER
