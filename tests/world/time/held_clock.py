"""A clock for which the pages of campaigns wait, for as long as a test holds it: so all threads of the pages hang."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Event, Semaphore

from flask import has_request_context, request

from tests.world.patience import PATIENCE

PAGE = "web.campaign"


class HeldClock:
    """Shows what another one shows, as soon as it is not held."""

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock, self._runs, self._waits = clock, Event(), Semaphore(0)
        self._runs.set()

    def __call__(self) -> datetime:
        """The moment, perhaps later."""
        if has_request_context() and request.endpoint == PAGE and not self._runs.is_set():
            self._waits.release()
            self._runs.wait(PATIENCE)
        return self._clock()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it."""
        self._runs.clear()
        yield
        self._runs.set()

    def wait_until_they_wait(self, how_many: int) -> None:
        """Until so many pages wait for it."""
        for _ in range(how_many):
            assert self._waits.acquire(timeout=PATIENCE)
