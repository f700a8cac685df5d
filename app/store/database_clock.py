"""The time by the database's clock: what one computer writes down another compares, and their own clocks differ."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from threading import Lock

import structlog
from sqlalchemy import Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from app.clock import Clock, utc_now

log = structlog.get_logger()

ASKS_EVERY = 60.0  # seconds
ASKS_AGAIN_AFTER = 5.0  # seconds, where it did not answer
AS_GOOD_AS_EQUAL = timedelta(seconds=0.5)  # an answer takes a while: for less the time is not set anew
WORTH_TELLING = timedelta(seconds=5)

# Nobody sets it; where a computer can, it goes on while the computer sleeps.
STOPWATCH = partial(time.clock_gettime, getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def database_now(engine: Engine) -> datetime:
    """What the database's clock shows."""
    with engine.connect() as connection:
        now: datetime = connection.scalars(select(func.clock_timestamp())).one()
        return now


class DatabaseClock:
    """Asks the database once a minute, and counts by this computer's stopwatch in between.

    Where it never answered the time is by this computer's own clock: there is nothing to compare with.
    """

    def __init__(self, ask: Clock, own: Clock = utc_now, stopwatch: Callable[[], float] = STOPWATCH) -> None:
        self._ask, self._own, self._stopwatch = ask, own, stopwatch
        self._asking = Lock()
        self._asks_from = stopwatch()
        self._zero: datetime | None = None  # when the stopwatch was at nothing
        self._told_ahead = timedelta()

    def __call__(self) -> datetime:
        """The present moment."""
        so_far = self._stopwatch()
        if self._zero is not None and so_far < self._asks_from:  # as nearly always, and a click asks a dozen times
            return self._zero + timedelta(seconds=so_far)
        if self._is_due() and self._asking.acquire(blocking=self._zero is None):
            try:
                self._learn()
            finally:
                self._asking.release()
        return self._own() if self._zero is None else self._by(self._zero)

    def _is_due(self) -> bool:
        return self._stopwatch() >= self._asks_from

    def _by(self, zero: datetime) -> datetime:
        return zero + timedelta(seconds=self._stopwatch())

    def _learn(self) -> None:
        if not self._is_due():  # who waited here need not ask again
            return
        zero = self._answer()
        self._asks_from = self._stopwatch() + (ASKS_AGAIN_AFTER if zero is None else ASKS_EVERY)
        if zero is None:
            return
        if self._zero is None or abs(zero - self._zero) > AS_GOOD_AS_EQUAL:
            self._zero = zero
        self._tell(self._own() - self._by(self._zero))

    def _answer(self) -> datetime | None:
        """What the database's clock showed when the stopwatch was at nothing; None where it does not answer."""
        began = self._stopwatch()
        try:
            told = self._ask()
        except SQLAlchemyError:
            return None
        return told - timedelta(seconds=(began + self._stopwatch()) / 2)

    def _tell(self, ahead: timedelta) -> None:
        """A computer whose own clock is wrong is told of once; nothing goes by it."""
        if abs(ahead - self._told_ahead) >= WORTH_TELLING:
            self._told_ahead = ahead
            log.warning("own_clock_differs_from_the_databases", seconds_ahead=round(ahead.total_seconds()))
