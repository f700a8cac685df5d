"""The CPU that the app and its database spend, to the microsecond: how long something takes says little elsewhere."""

import time
from collections.abc import Callable, Iterable
from typing import TypeVar

import psycopg

OF_THIS_APP = (
    "SELECT pid FROM pg_stat_activity "
    "WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
)
Request = TypeVar("Request")


class Cpu:
    """What this process and the database's backends that serve it spend. The backends run on this computer (Linux)."""

    def __init__(self, url: str) -> None:
        self._watch = psycopg.connect(url, autocommit=True)

    def of_each(self, act: Callable[[Request], object], requests: Iterable[Request]) -> float:
        """Microseconds a request."""
        prepared = list(requests)
        backends = [pid for (pid,) in self._watch.execute(OF_THIS_APP)]
        before = _spent(backends)
        for request in prepared:
            act(request)
        return (_spent(backends) - before) / len(prepared) / 1000

    def close(self) -> None:
        """Let go of the connection by which it looks."""
        self._watch.close()


def _spent(backends: Iterable[int]) -> int:
    return time.process_time_ns() + sum(time.clock_gettime_ns(_clock_of(pid)) for pid in backends)


def _clock_of(pid: int) -> int:
    """The clock of another process's CPU, as clock_getcpuclockid(3) has it."""
    return (~pid << 3) | 2
