"""The account's pace: how many calls per second the REST API may start."""

from dataclasses import dataclass


@dataclass
class Pace:
    """Gives each call its turn; None per second is no limit."""

    per_second: float | None = 1.0
    _next: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until the call that is just placed may be dialled."""
        if self.per_second is None:
            return 0.0
        turn = max(now, self._next)
        self._next = turn + 1 / self.per_second
        return turn - now
