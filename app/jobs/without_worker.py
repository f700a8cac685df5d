"""Notices from the web server's own process that no worker runs: no job could tell, and no job would send the mail."""

import threading
from datetime import datetime
from functools import partial
from typing import Self

import structlog
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from app.extensions import Given
from app.jobs.letters import write
from app.outgoing.alerts import claim_alerts, send_that_it_is_over
from app.outgoing.letters import LetterKind, Posted, Posting, send_posted
from app.store.alerts import alert_over, raise_alert
from app.store.db import db
from app.store.job_queue import AWAY_AFTER, since_heartbeat
from app.store.unit import Unit, unit
from models import AlertKind

log = structlog.get_logger()

LOOKS_EVERY = 10.0  # seconds
ENDS_WITHIN = 2.0  # a server that is told to stop has other things to finish
CALLS_PAGE = "/organizers/calls"
SENTENCE = "No worker runs: nobody is rung, and no mail is sent. Start it on the server with “flask worker”."


def look_for_a_worker(work: Unit, own: Given, heard_of: datetime) -> datetime:
    """Tell of it once none was heard of for a minute, and send the mail that no job sends; commits before sending.

    Returns when one was last heard of: a worker that is started anew is away for a moment.
    """
    session, now = work.session, own.clock()
    since = since_heartbeat(session)
    if since is not None and since < AWAY_AFTER:
        a_worker_is_back(session, own)
    if since is not None:
        heard_of = max(heard_of, now - since)
    if now - heard_of >= AWAY_AFTER:
        raise_alert(session, AlertKind.NO_WORKER, "", SENTENCE, link=CALLS_PAGE, now=now)
        work.commit_so_far()
        if own.mailer.is_set_up:
            _send(work, own, now)
    return heard_of


def a_worker_is_back(session: Session, own: Given) -> None:
    """One runs, so that calls are placed; whoever was told that none did is told that, too, by it."""
    if alert_over(session, AlertKind.NO_WORKER, "", now=own.clock()):
        send_that_it_is_over(session, AlertKind.NO_WORKER, queue=own.queue)


def _send(work: Unit, own: Given, now: datetime) -> None:
    how = Posting(own.mailer, now, own.queue)
    for told in claim_alerts(work.session, now, [AlertKind.NO_WORKER]):
        posted = Posted(LetterKind.ALERT, told.organizer_id, told.kind)
        send_posted(work, posted, partial(write, own=own, posted=posted), how)


class Lookout:
    """Looks again and again, in a thread: runs within a `with` block."""

    def __init__(self, app: Flask, every: float = LOOKS_EVERY) -> None:
        self._app, self._every = app, every
        self._own: Given = app.extensions["ringdown"]
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="lookout", daemon=True)

    def _run(self) -> None:
        heard_of = self._own.clock()
        while not self._stopping.wait(self._every):
            try:
                with self._app.app_context(), unit(db.session) as work:
                    heard_of = look_for_a_worker(work, self._own, heard_of)
            except SQLAlchemyError as error:  # others tell of that, and no worker could tell that it is alive
                log.warning("lookout_lost_the_database", error=type(error).__name__)
                heard_of = self._own.clock()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._thread.join(ENDS_WITHIN)
