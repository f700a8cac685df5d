"""Whether the phone waits for an answer, since when, and how all else lets it pass."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Event, Lock

LETS_PASS = 0.05  # seconds, at most, that something else waits while the phone is being answered


class PhoneUse:
    """Whether the phone waits for an answer now: threads of one interpreter take turns, and pages let it pass."""

    def __init__(self) -> None:
        self._waiting, self._lock, self._quiet = 0, Lock(), Event()
        self._quiet.set()

    def begins(self) -> None:
        """One more of its requests is there."""
        with self._lock:
            self._waiting += 1
            self._quiet.clear()

    def ends(self) -> None:
        """One of them is answered."""
        with self._lock:
            self._waiting -= 1
            if not self._waiting:
                self._quiet.set()

    def let_pass(self) -> None:
        """Wait for the others, not for long."""
        self._quiet.wait(LETS_PASS)


_came: ContextVar[float] = ContextVar("came")
_use: ContextVar[PhoneUse | None] = ContextVar("phone_use", default=None)


def came_at(moment: float) -> None:
    """Tell of the request that this thread answers next when it came, by `time.monotonic`."""
    _came.set(moment)


def came() -> float:
    """When the request came that is answered now: whoever sent it has waited in line for a thread, too."""
    return _came.get(0.0) or time.monotonic()  # where none was waited for, just now


@contextmanager
def letting_pass(use: PhoneUse) -> Iterator[None]:
    """Whatever takes long meanwhile knows whom to let pass."""
    before = _use.set(use)
    try:
        yield
    finally:
        _use.reset(before)


def let_phone_pass() -> None:
    """Now and then, of whatever takes minutes: the phone comes first."""
    use = _use.get()
    if use is not None:
        use.let_pass()
