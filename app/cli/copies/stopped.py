"""Whoever is told to stop cleans up first: a copy that is half made, and the program that makes it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

TOLD_BY = (signal.SIGTERM, signal.SIGHUP)  # by whoever runs services, and by a terminal that is closed
KILLED = 128  # and the signal's number: as a shell tells it


@contextmanager
def ends_when_told() -> Iterator[None]:
    """For as long as it lasts these signals raise, as Ctrl-C does; one that is to be ignored (`nohup`) stays so."""
    heard = [one for one in TOLD_BY if signal.getsignal(one) is not signal.SIG_IGN]
    before = {one: signal.signal(one, _end) for one in heard}
    try:
        yield
    finally:
        for one, was in before.items():
            signal.signal(one, was)


def _end(told: int, _frame: FrameType | None) -> None:
    raise SystemExit(KILLED + told)
