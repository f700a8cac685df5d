"""Which thread serves which request: the phone has threads of its own, and pages that waited too long are told so.

It stands in the place of waitress's own dispatcher, which knows one queue for all.
"""

import time
from collections import deque
from contextlib import nullcontext

from waitress.channel import HTTPChannel
from waitress.task import ThreadedTaskDispatcher

from app.apart import AT_ONCE, MOST_WAIT, begun_within
from app.serving.crowd import Crowd, telling
from app.serving.phone_use import PhoneUse, came_at, letting_pass

FILE_THREADS = AT_ONCE + MOST_WAIT + 1  # the last tells all others that they cannot be begun
PAGE_THREADS = 4  # each more takes the interpreter from the phone; while pages wait for the database, these are enough
PATIENCE = 2.0  # seconds: what is not begun by then is told so
# While so many wait, nobody gains by waiting for long: whoever is told at once may leave, the others are sooner served.
MANY = 16
PATIENCE_AMONG_MANY = 0.1
LONG_THREADS = 2  # files that take minutes to be written, at once


class Lanes:
    """Four queues, each with its own threads; `phone_use` is of the whole process."""

    def __init__(self, phone_threads: int, phone_use: PhoneUse) -> None:
        self._crowd, self._phone_use = Crowd(), phone_use
        self._phone, self._pages, self._files, self._long = (ThreadedTaskDispatcher() for _ in range(4))
        self._phone.set_thread_count(phone_threads)
        self._pages.set_thread_count(PAGE_THREADS)
        self._files.set_thread_count(FILE_THREADS)
        self._long.set_thread_count(LONG_THREADS)

    def add_task(self, channel: HTTPChannel) -> None:
        """Let the next request of this connection be served."""
        asked = channel.requests[0].asked  # None where it cannot be read
        if asked and asked.comes_first:
            self._phone.add_task(_First(channel, self._phone_use))
        elif asked and asked.brings_files:
            self._files.add_task(_File(channel, self._phone_use, self._files.queue, self._crowd))
        elif asked and asked.takes_minutes and self._has_long_thread():
            self._long.add_task(_Long(channel, self._phone_use, self._long.queue, self._crowd))
        elif asked and asked.takes_minutes:
            self._pages.add_task(_OneTooMany(channel, self._phone_use, self._pages.queue, self._crowd))
        else:
            self._pages.add_task(_Page(channel, self._phone_use, self._pages.queue, self._crowd))

    def _has_long_thread(self) -> bool:
        """Whether it would be begun at once: nobody waits for minutes without being told."""
        return bool(self._long.active_count + len(self._long.queue) < LONG_THREADS)

    def shutdown(self) -> None:
        """Finish what is being answered, and let go of the rest."""
        for lane in (self._long, self._files, self._pages, self._phone):
            lane.shutdown()


class _First:
    """A request of the phone, from the moment that it is there."""

    def __init__(self, channel: HTTPChannel, phone_use: PhoneUse) -> None:
        self._channel, self._phone_use, self._came = channel, phone_use, time.monotonic()
        phone_use.begins()

    def service(self) -> None:
        """Answer it."""
        came_at(self._came)
        try:
            self._channel.service()
        finally:
            self._phone_use.ends()

    def cancel(self) -> None:
        """The server stops."""
        self._phone_use.ends()
        self._channel.cancel()


class _Page:
    """A request in the queue of pages; `others` are those who wait there too."""

    def __init__(self, channel: HTTPChannel, phone_use: PhoneUse, others: deque[object], crowd: Crowd) -> None:
        self._channel, self._phone_use, self._others, self._crowd = channel, phone_use, others, crowd
        self._since = time.monotonic()

    def service(self) -> None:
        """Answer it, or say that very many are here."""
        self._phone_use.let_pass()
        is_late = time.monotonic() - self._since > self._patience()
        with telling(self._crowd.one_more()) if is_late else nullcontext():
            self._channel.service()

    def _patience(self) -> float:
        return PATIENCE_AMONG_MANY if len(self._others) > MANY else PATIENCE

    def cancel(self) -> None:
        """The server stops."""
        self._channel.cancel()


class _File(_Page):
    """A request that brings a file. Whoever waited too long hears it from the form, with all that they typed."""

    def service(self) -> None:
        """Answer it."""
        self._phone_use.let_pass()
        with begun_within(PATIENCE - (time.monotonic() - self._since)):
            self._channel.service()


class _Long(_Page):
    """A request for a file that takes minutes to be written: all the while it lets the phone pass."""

    def service(self) -> None:
        """Write it."""
        with letting_pass(self._phone_use):
            super().service()


class _OneTooMany(_Page):
    """One more of these, while as many are written as there are threads for."""

    def _patience(self) -> float:
        return -1.0
