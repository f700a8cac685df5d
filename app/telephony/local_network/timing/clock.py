"""Time on the network: real (at a chosen speed), or accelerated, jumping from event to event or to the next person."""

import threading
import time
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Protocol


class Clock(Protocol):
    """What the timeline asks of a clock; all figures are seconds of the network's own time."""

    jumps: bool

    def seconds(self) -> float:
        """Seconds since the clock was made."""

    def now(self) -> datetime:
        """The date and time on the network, in UTC."""

    def real_wait(self, timeout: float | None) -> float | None:
        """How many real seconds to listen for something before `timeout` has passed; None is for ever."""

    def waited(self, timeout: float | None) -> None:
        """Nothing happened while listening: `timeout` has passed."""

    def standing_still(self) -> AbstractContextManager[object]:
        """Hold time as long as the context lasts, where the clock can."""

    def while_a_person_acts(self) -> AbstractContextManager[object]:
        """Hold time while somebody at a phone makes up their mind, where the clock is so patient."""


class RealClock:
    """Time as on the wall, `speed` times as fast."""

    jumps = False

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self._began, self._date = time.monotonic(), datetime.now(UTC)

    def seconds(self) -> float:
        """Seconds since the clock was made."""
        return (time.monotonic() - self._began) * self._speed

    def now(self) -> datetime:
        """Date and time on the network."""
        return self._date + timedelta(seconds=self.seconds())

    def real_wait(self, timeout: float | None) -> float | None:
        """Real seconds to listen."""
        return None if timeout is None else timeout / self._speed

    def waited(self, timeout: float | None) -> None:
        """Let time pass, as far as it does not by itself."""

    def standing_still(self) -> AbstractContextManager[object]:
        """Hold time where that can be done."""
        return nullcontext()

    def while_a_person_acts(self) -> AbstractContextManager[object]:
        """Let time pass: people have to be quick."""
        return nullcontext()


class AcceleratedClock:
    """Virtual time: begins at the real date and jumps to the next event unless somebody holds it."""

    jumps = True

    def __init__(self) -> None:
        self._date, self._seconds = datetime.now(UTC), 0.0
        self._hold = _Hold()

    def seconds(self) -> float:
        """Seconds since the clock was made."""
        return self._seconds

    def now(self) -> datetime:
        """Date and time on the network."""
        return self._date + timedelta(seconds=self._seconds)

    def real_wait(self, timeout: float | None) -> float | None:
        """Real seconds to listen."""
        for_ever = timeout is None or (timeout > 0 and self._hold.count > 0)
        return None if for_ever else 0.0

    def waited(self, timeout: float | None) -> None:
        """Let time pass, as far as it does not by itself."""
        if timeout and not self._hold.count:
            self._seconds += timeout

    def standing_still(self) -> AbstractContextManager[object]:
        """Hold time where that can be done."""
        return self._hold

    def while_a_person_acts(self) -> AbstractContextManager[object]:
        """Let time pass: nobody is there but scripts."""
        return nullcontext()


class AttendedClock(AcceleratedClock):
    """Virtual time that waits for people: it stands still at a ringing phone, at a question and during a talk."""

    def while_a_person_acts(self) -> AbstractContextManager[object]:
        """Hold time."""
        return self._hold


class _Hold:
    """Counts who holds time, from any thread."""

    def __init__(self) -> None:
        self.count = 0
        self._lock = threading.Lock()

    def __enter__(self) -> None:
        with self._lock:
            self.count += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._lock:
            self.count -= 1
