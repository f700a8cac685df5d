"""The CPU that an app and its database spend, to the microsecond: how long something takes says little elsewhere."""

import time
from collections.abc import Callable, Iterable
from typing import TypeVar

import psycopg

OTHERS = """
SELECT pid FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend' AND pid NOT IN (pg_backend_pid(), %s)
"""
NOBODY = 0
Request = TypeVar("Request")


class Backends:
    """The database's processes that serve an app, but for an onlooker's. They run on this computer, under Linux."""

    def __init__(self, url: str, onlooker: int = NOBODY) -> None:
        self._watch, self._onlooker = psycopg.connect(url, autocommit=True), onlooker

    def spent(self) -> int:
        """Nanoseconds that those which are there have spent so far."""
        pids = [pid for (pid,) in self._watch.execute(OTHERS, [self._onlooker])]
        return sum(time.clock_gettime_ns(_clock_of(pid)) for pid in pids)

    def close(self) -> None:
        """Let go of the connection by which it looks."""
        self._watch.close()


def of_each(act: Callable[[Request], object], requests: Iterable[Request], backends: Backends) -> float:
    """Microseconds that each request takes this process and the database."""
    prepared = list(requests)
    behind, here = backends.spent(), time.process_time_ns()
    for request in prepared:
        act(request)
    here = time.process_time_ns() - here
    return (here + backends.spent() - behind) / len(prepared) / 1000


def _clock_of(pid: int) -> int:
    """The clock of another process's CPU, as clock_getcpuclockid(3) has it."""
    return (~pid << 3) | 2
