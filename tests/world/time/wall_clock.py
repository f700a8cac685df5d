"""A clock that a test sets, by what it reads on a wall in Massachusetts."""

from datetime import datetime

from tests.world.time.clocks import local


class WallClock:
    """Stands still until it is set."""

    def __init__(self, text: str) -> None:
        self.now = local(text)

    def reads(self, text: str) -> None:
        """Set it: "2026-11-02 09:00"."""
        self.now = local(text)

    def __call__(self) -> datetime:
        """The moment that it shows."""
        return self.now
