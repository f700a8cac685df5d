"""One connection: a request must be there as a whole in time, however busily its bytes drip.

Whoever sends nothing is let go by waitress itself. But it would wait for ever for somebody who sends a byte now and
then, and so many of them leave no room for anybody else.
"""

import time

from waitress.channel import HTTPChannel

WITHIN = 10.0  # seconds from the first byte to the last
WITHIN_AMONG_MANY = 3.0
MANY = 500  # connections
SLOWEST = 1000  # bytes a second, of those who send much


class Channel(HTTPChannel):  # type: ignore[misc] # waitress has no types
    """waitress's own, with a deadline."""

    _began, _came = 0.0, 0
    stopwatch = staticmethod(time.monotonic)

    def received(self, data: bytes) -> bool:
        """Take what came, unless it took too long."""
        if self.request is None:
            self._began, self._came = self.stopwatch(), 0
        self._came += len(data)
        if self.stopwatch() - self._began > self._patience():
            self.will_close = True
            return False
        return bool(super().received(data))

    def _patience(self) -> float:
        many = len(self.server.active_channels) > MANY
        return (WITHIN_AMONG_MANY if many else WITHIN) + self._came / SLOWEST

    def service(self) -> None:
        """Answer a request."""
        if not self.server.accepting:
            self.ends_with_this()
        super().service()

    def ends_with_this(self) -> None:
        """Let what is answered now be the last of this connection, and tell that to whoever asked."""
        for request in self.requests[:1]:
            request.headers["CONNECTION"] = "close"
