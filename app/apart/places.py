"""How many files are looked into at once by this process: two, and whoever cannot begin soon is told so.

Ten at once let whoever asked for a page wait four seconds, fifty a quarter of a minute.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Semaphore

AT_ONCE = 2
MOST_WAIT = 1  # each that waits holds a thread: gunicorn has four for all pages
PATIENCE = 2.0  # seconds


class NoPlaceError(Exception):
    """As many are looked into as can be: nothing of this one was begun."""


class Places:
    """So many at once, and so many who wait until one of them is done."""

    def __init__(self, at_once: int, most_wait: int) -> None:
        self._free, self._waiting = Semaphore(at_once), Semaphore(most_wait)

    @contextmanager
    def one(self, patience: float) -> Iterator[None]:
        """Hold a place, for which so many seconds may be waited.

        Raises:
            NoPlaceError: there is none by then, or others wait already.
        """
        if not self._free.acquire(blocking=False) and not self._comes_in_time(patience):
            raise NoPlaceError
        try:
            yield
        finally:
            self._free.release()

    def _comes_in_time(self, patience: float) -> bool:
        if patience <= 0 or not self._waiting.acquire(blocking=False):
            return False
        try:
            return self._free.acquire(timeout=patience)
        finally:
            self._waiting.release()


_places = Places(AT_ONCE, MOST_WAIT)  # of this process: those that serve beside it have their own
_patience: ContextVar[float] = ContextVar("patience")


@contextmanager
def begun_within(seconds: float) -> Iterator[None]:
    """Let whatever is looked into meanwhile wait no longer than this for its place."""
    before = _patience.set(seconds)
    try:
        yield
    finally:
        _patience.reset(before)


@contextmanager
def a_place() -> Iterator[None]:
    """Hold one of the places of this process.

    Raises:
        NoPlaceError: there is none in time.
    """
    with _places.one(_patience.get(PATIENCE)):
        yield
