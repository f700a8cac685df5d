"""What everything in one process costs while it runs: statements and CPU of the web app and its worker.

Not counted is whoever looks on from the main thread, nor the phone network, which stands in for somebody else's.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg

NOT_OURS = ("MainThread", "phone-network")


class Statements:
    """SQL statements of the app's threads, whichever way they went; BEGIN and COMMIT are not counted."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def note(self, query: Any) -> None:
        """Count one, unless it is an onlooker's."""
        if not threading.current_thread().name.startswith(NOT_OURS):
            self.texts.append(query.decode() if isinstance(query, bytes) else str(query))


@contextmanager
def all_statements() -> Iterator[Statements]:
    """Everything that is sent to the database while the context lasts: by SQLAlchemy and by the job engine."""
    seen = Statements()
    kinds = (psycopg.Cursor, psycopg.AsyncCursor)
    before = [(kind, name, getattr(kind, name)) for kind in kinds for name in ("execute", "executemany")]
    for kind, name, way in before:
        setattr(kind, name, _noting(way, seen))
    try:
        yield seen
    finally:
        for kind, name, way in before:
            setattr(kind, name, way)


def _noting(way: Callable[..., Any], seen: Statements) -> Callable[..., Any]:
    def noted(cursor: Any, query: Any, *rest: Any, **how: Any) -> Any:
        seen.note(query)
        return way(cursor, query, *rest, **how)

    return noted


def cpu_of_the_app() -> int:
    """Nanoseconds that the app's threads have spent so far; they live as long as the app."""
    ours = [it.ident for it in threading.enumerate() if it.ident and not it.name.startswith(NOT_OURS)]
    return sum(time.clock_gettime_ns(time.pthread_getcpuclockid(ident)) for ident in ours)
