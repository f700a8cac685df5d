"""The engine's one thread: an event loop whose waiting is done by a clock."""

import asyncio
import selectors
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from contextvars import copy_context
from functools import partial
from typing import TypeVar

from app.telephony.local_network.timing.clock import Clock

T = TypeVar("T")
ANSWER_WITHIN_SECONDS = 30


class Timeline(asyncio.SelectorEventLoop):
    """Keeps asyncio's heap of events, but in the clock's time; every event runs on one thread."""

    def __init__(self, clock: Clock) -> None:
        self._questions: deque[Callable[[], None]] = deque()
        super().__init__(_ClockedSelector(clock, self._questions))
        self.clock = clock
        self._thread = threading.Thread(target=self._run, name="phone-network", daemon=True)

    def time(self) -> float:
        """Seconds on the clock, which asyncio's timers then mean."""
        return self.clock.seconds()

    def start(self) -> None:
        """Begin to run events."""
        self._thread.start()

    def stop_and_close(self) -> None:
        """End the thread."""
        self.call_soon_threadsafe(self.stop)
        self._thread.join(ANSWER_WITHIN_SECONDS)
        self.close()

    def drop_everything(self) -> None:
        """Cancel what was still to happen and wait until it is gone."""
        asyncio.run_coroutine_threadsafe(_cancel_others(), self).result(ANSWER_WITHIN_SECONDS)

    def ask(self, action: Callable[[], T]) -> T:
        """Run `action` on the engine's thread and return what it returns, from any other thread.

        On a clock that jumps it runs when all is done that was due, however slow the computer: whoever picks up at
        once has picked up. Real time does not wait for that.
        """
        answer: Future[T] = Future()
        question = partial(copy_context().run, _settle, answer, action)
        if self.clock.jumps:
            self.call_soon_threadsafe(self._questions.append, question)
        else:
            self.call_soon_threadsafe(question)
        return answer.result(ANSWER_WITHIN_SECONDS)

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Hold an accelerated clock, so that nothing due later happens meanwhile."""
        with self.clock.standing_still():
            yield
        self.call_soon_threadsafe(_look_again)

    def _run(self) -> None:
        asyncio.set_event_loop(self)
        self.run_forever()
        self.run_until_complete(_cancel_others())  # what began after everything was dropped


class _ClockedSelector(selectors.DefaultSelector):
    """Listens for as long as the clock says, then tells it that this time has passed.

    The loop comes here with a timeout of 0 while anything is still to be done now; else the next question's turn is.
    """

    def __init__(self, clock: Clock, questions: deque[Callable[[], None]]) -> None:
        super().__init__()
        self._clock, self._questions = clock, questions

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout != 0 and self._questions:
            self._questions.popleft()()
            timeout = 0  # it may have begun something
        ready = super().select(self._clock.real_wait(timeout))
        if not ready:
            self._clock.waited(timeout)
        return ready


def _settle(answer: Future[T], action: Callable[[], T]) -> None:
    try:
        answer.set_result(action())
    except Exception as error:  # noqa: BLE001  # handed to the thread that asked
        answer.set_exception(error)


async def _cancel_others() -> None:
    while others := asyncio.all_tasks() - {asyncio.current_task()}:
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)


def _look_again() -> None:
    """Wake the loop; it then sees that time may pass again."""
