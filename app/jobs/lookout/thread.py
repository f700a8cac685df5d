"""Looks again and again, in threads of the web server's own process."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Self

import structlog
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from app.calls.run.away import BEATS_EVERY
from app.extensions import Given
from app.jobs.lookout.ahead import doing_ahead
from app.jobs.lookout.away import look_whether_we_were_away
from app.jobs.lookout.room import look_for_room
from app.jobs.lookout.worker import look_for_a_worker
from app.jobs.our_database import look_at_first
from app.store.db import db
from app.store.unit import Unit, unit

log = structlog.get_logger()

LOOKS_EVERY = 10.0  # seconds
ENDS_WITHIN = 2.0  # a server that is told to stop has other things to finish

Look = Callable[[Unit, Given], None]


class Lookout:
    """One look again and again: runs within a `with` block. `lost` is told when the database does not answer."""

    def __init__(self, app: Flask, looks: Look, every: float, lost: Callable[[Given], None] | None = None) -> None:
        self._app, self._looks, self._every, self._lost = app, looks, every, lost
        self._own: Given = app.extensions["ringdown"]
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="lookout", daemon=True)

    def _run(self) -> None:
        while True:
            try:
                with self._app.app_context(), unit(db.session) as work:
                    self._looks(work, self._own)
            except SQLAlchemyError as error:  # others tell of that
                log.warning("lookout_lost_the_database", error=type(error).__name__)
                if self._lost:
                    self._lost(self._own)
            if self._stopping.wait(self._every):
                return

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._thread.join(ENDS_WITHIN)


class WorkerMissed:
    """Remembers when a worker was heard of, from one look to the next."""

    def __init__(self, own: Given) -> None:
        self._heard_of = own.clock()

    def look(self, work: Unit, own: Given) -> None:
        """Look once more."""
        self._heard_of = look_for_a_worker(work, own, self._heard_of)

    def lost_the_database(self, own: Given) -> None:
        """No worker could tell that it is alive."""
        self._heard_of = own.clock()


def _begin(app: Flask) -> None:
    """What is looked at once, before anybody is served."""
    own: Given = app.extensions["ringdown"]
    try:
        with app.app_context(), unit(db.session) as work:
            look_at_first(work.session, own)
    except SQLAlchemyError as error:  # the worker looks again every minute
        log.warning("lookout_lost_the_database", error=type(error).__name__)


@contextmanager
def on_the_lookout(app: Flask, every: float = LOOKS_EVERY) -> Iterator[None]:
    """All that a web server does beside answering, for as long as it runs."""
    missed = WorkerMissed(app.extensions["ringdown"])
    _begin(app)
    with ExitStack() as stack:
        stack.enter_context(Lookout(app, look_whether_we_were_away, BEATS_EVERY))
        stack.enter_context(Lookout(app, look_for_room, every))
        stack.enter_context(Lookout(app, missed.look, every, missed.lost_the_database))
        stack.enter_context(doing_ahead(app))
        yield
