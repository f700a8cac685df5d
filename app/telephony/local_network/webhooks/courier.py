"""Carries HTTP requests out of the engine's thread and their answers back, in a fixed order."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass

from requests.adapters import HTTPAdapter

from app.telephony.local_network.timing.timeline import Timeline
from app.telephony.local_network.webhooks.sending import Answer


@dataclass(eq=False)
class _Flight:
    """One request under way, and where its answer is awaited."""

    landing: asyncio.Future[Answer]
    held: AbstractContextManager[object]
    answer: Answer | None = None


class Courier:
    """Keeps connections open from one request to the next; while any is under way an accelerated clock stands still.

    There the answers are handed over together and in the order of sending, so that the story does
    not depend on which of two requests happened to be faster.
    """

    def __init__(self, timeline: Timeline, at_once: int = 32) -> None:
        self._timeline = timeline
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="phone-network-http")
        self._wire = HTTPAdapter(pool_maxsize=at_once)
        self._flights: list[_Flight] = []
        self._in_the_air = 0

    async def carry(self, work: Callable[[HTTPAdapter], Answer]) -> Answer:
        """Run blocking `work` on another thread, give it the wire, and wait for its answer."""
        flight = _Flight(self._timeline.create_future(), self._timeline.clock.standing_still())
        flight.held.__enter__()
        self._flights.append(flight)
        self._in_the_air += 1
        self._threads.submit(work, self._wire).add_done_callback(lambda done: self._report(flight, done))
        return await flight.landing

    def close(self) -> None:
        """Wait for what is under way and stop."""
        self._threads.shutdown(wait=True)
        self._wire.close()

    def _report(self, flight: _Flight, done: Future[Answer]) -> None:
        if not self._timeline.is_closed():
            self._timeline.call_soon_threadsafe(self._landed, flight, done)

    def _landed(self, flight: _Flight, done: Future[Answer]) -> None:
        flight.answer = done.result()
        self._in_the_air -= 1
        if not self._timeline.clock.jumps:
            self._flights.remove(flight)
            _hand_over([flight])
        elif not self._in_the_air:
            together, self._flights = self._flights, []
            _hand_over(together)


def _hand_over(flights: list[_Flight]) -> None:
    for flight in flights:
        flight.held.__exit__(None, None, None)
        if not flight.landing.done() and flight.answer is not None:
            flight.landing.set_result(flight.answer)
