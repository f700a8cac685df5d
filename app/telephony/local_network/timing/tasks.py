"""What the engine is busy with: its tasks, when there are none left, and what went wrong in them."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import TypeVar

from app.telephony.local_network.timing.timeline import Timeline

T = TypeVar("T")


class Tasks:
    """Keeps every task until it is done; a mistake in one is kept for whoever waits for the end."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._running: set[asyncio.Task[object]] = set()
        self._waiting: list[Future[None]] = []
        self._mistakes: list[BaseException] = []

    def start(self, coroutine: Coroutine[object, None, T]) -> asyncio.Task[T]:
        """Run a coroutine beside everything else."""
        task = self._timeline.create_task(coroutine)
        self._running.add(task)
        task.add_done_callback(self._finished)
        return task

    def when_idle(self) -> Future[None]:
        """Return what is fulfilled as soon as nothing runs any more."""
        idle: Future[None] = Future()
        self._waiting.append(idle)
        self._tell_waiting()
        return idle

    def _finished(self, task: asyncio.Task[object]) -> None:
        self._running.discard(task)
        mistake = None if task.cancelled() else task.exception()
        if mistake:
            self._mistakes.append(mistake)
        self._tell_waiting()

    def _tell_waiting(self) -> None:
        while self._waiting and not self._running:
            idle = self._waiting.pop()
            if self._mistakes:
                idle.set_exception(self._mistakes.pop())
            else:
                idle.set_result(None)
