"""Notices from the web server's own process that no worker runs: no job could tell, and no job would send the mail."""

import threading
from datetime import datetime
from functools import partial
from typing import Self

import structlog
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from app.extensions import Given
from app.jobs.letters import write
from app.outgoing.alerts import claim_alerts
from app.outgoing.letters import LetterKind, Posted, Posting, send_posted
from app.store.alerts import alert_over, raise_alert
from app.store.db import db
from app.store.job_queue import a_worker_runs
from app.store.unit import Unit, unit
from models import AlertKind

log = structlog.get_logger()

LOOKS_EVERY = 60.0  # seconds
ENDS_WITHIN = 15.0
CALLS_PAGE = "/organizers/calls"
SENTENCE = "No worker runs: nobody is rung, and no mail is sent. Start it on the server with “flask worker”."


def look_for_a_worker(work: Unit, own: Given, missed: int) -> int:
    """Tell of it once none was there twice in a row, and send the mail that no job sends; commits before sending.

    Returns how often in a row none was there: a worker that is started anew is away for a moment.
    """
    session, now = work.session, own.clock()
    if a_worker_runs(session):
        alert_over(session, AlertKind.NO_WORKER, "", now=now)
        return 0
    if missed:
        raise_alert(session, AlertKind.NO_WORKER, "", SENTENCE, link=CALLS_PAGE, now=now)
        work.commit_so_far()
        if own.mailer.is_set_up:
            _send(work, own, now)
    return missed + 1


def _send(work: Unit, own: Given, now: datetime) -> None:
    how = Posting(own.mailer, now, own.queue)
    for told in claim_alerts(work.session, now, [AlertKind.NO_WORKER]):
        posted = Posted(LetterKind.ALERT, told.organizer_id, told.kind)
        send_posted(work, posted, partial(write, own=own, posted=posted), how)


class Lookout:
    """Looks every minute, in a thread: runs within a `with` block."""

    def __init__(self, app: Flask, every: float = LOOKS_EVERY) -> None:
        self._app, self._every = app, every
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="lookout", daemon=True)

    def _run(self) -> None:
        missed = 0
        while not self._stopping.wait(self._every):
            try:
                missed = self._look(missed)
            except SQLAlchemyError as error:  # the database is away: others tell of that
                log.warning("lookout_lost_the_database", error=type(error).__name__)

    def _look(self, missed: int) -> int:
        with self._app.app_context(), unit(db.session) as work:
            return look_for_a_worker(work, self._app.extensions["ringdown"], missed)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._thread.join(ENDS_WITHIN)
