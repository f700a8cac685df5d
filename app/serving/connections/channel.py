"""One connection: a request must be there as a whole in time, however busily its bytes drip.

Whoever sends nothing is let go by waitress itself. But it would wait for ever for somebody who sends a byte now and
then, and so many of them leave no room for anybody else.
"""

import socket
import time

from waitress.channel import HTTPChannel

WITHIN = 10.0  # seconds from the first byte to the last
WITHIN_AMONG_MANY = 3.0
MANY = 500  # connections
SLOWEST = 1000  # bytes a second, of those who send much
TAKES_WITHIN = 60.0  # seconds in which whoever is sent a long file takes some of it: a thread waits for them
LOOKS_EVERY = 1.0
LISTENS_ON = 3.0  # seconds to somebody who goes on sending what was refused: else they would never hear that it was
LISTENS_TO = 64 * 1024 * 1024  # bytes


class Channel(HTTPChannel):  # type: ignore[misc] # waitress has no types
    """waitress's own, with a deadline."""

    _began, _came = 0.0, 0
    _is_left, _is_told = False, False
    close_when_flushed: bool
    stopwatch = staticmethod(time.monotonic)

    def received(self, data: bytes) -> bool:
        """Take what came, unless it took too long."""
        if self._is_told:
            return self._throw_away(data)
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

    def _flush_outbufs_below_high_watermark(self) -> None:
        """Wait for whoever reads more slowly than is written, and let them go once they take nothing any more.

        waitress itself would wait for ever, and so would those who come for the thread that does.
        """
        most = self.adj.outbuf_high_watermark
        with self.outbuf_lock:
            since, left = self.stopwatch(), self.total_outbufs_len
            while self.connected and self.total_outbufs_len > most:
                self.server.pull_trigger()
                self.outbuf_lock.wait(LOOKS_EVERY)
                if self.total_outbufs_len < left:
                    since, left = self.stopwatch(), self.total_outbufs_len
                elif self.stopwatch() - since > TAKES_WITHIN:
                    self.will_close = True

    def service(self) -> None:
        """Answer a request."""
        if not self.server.accepting:
            self.ends_with_this()
        self._is_left = getattr(self.requests[0], "is_left", False)
        super().service()

    def ends_with_this(self) -> None:
        """Let what is answered now be the last of this connection, and tell that to whoever asked."""
        for request in self.requests[:1]:
            request.headers["CONNECTION"] = "close"

    def handle_write(self) -> None:
        """Send what is to be sent. To close while somebody still sends would tear up the answer on its way to them."""
        if not (self._is_left and self.close_when_flushed):
            super().handle_write()
            return
        self._flush_exception(self._flush_some)
        if self.will_close:
            self.handle_close()
        elif not self.total_outbufs_len:
            self.close_when_flushed, self._is_told = False, True
            self._began, self._came = self.stopwatch(), 0
            self.socket.shutdown(socket.SHUT_WR)

    def _throw_away(self, data: bytes) -> bool:
        self._came += len(data)
        self.will_close = self._came > LISTENS_TO or self.stopwatch() - self._began > LISTENS_ON
        return False
