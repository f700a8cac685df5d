"""What the first who click would wait for, done as soon as a web server answers: in a crowd they are many."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from app.calls.begin.web import build_placing
from app.representatives import RosterNotSeededError, directory, town_names
from app.store.db import db

log = structlog.get_logger()


@contextmanager
def doing_ahead(app: Flask) -> Iterator[None]:
    """Do it in a thread of its own; nobody waits for that."""
    thread = threading.Thread(target=do_ahead, args=(app,), name="ahead", daemon=True)
    thread.start()
    try:
        yield
    finally:
        thread.join()


def do_ahead(app: Flask) -> None:
    """Read the towns and the offices, and build the statement that places a call."""
    town_names()
    build_placing()
    try:
        with app.app_context():
            directory(db.session)
    except (RosterNotSeededError, SQLAlchemyError) as error:  # a click will tell of it
        log.warning("offices_not_read_ahead", error=type(error).__name__)
