"""A server that is told to stop: it listens no more, and what was begun, or already stood at the door, is answered."""

import time
from threading import Event

from waitress.server import BaseWSGIServer
from waitress.wasyncore import dispatcher, loop

WAKES_EVERY = 1.0  # seconds
LOOKS_EVERY = 0.05
ENDS_WITHIN = 8.0  # what is not answered by then never is
LINGERS = 1.0  # for those whose connection is open, and whose next request is on the way


def serve(
    server: BaseWSGIServer, stopping: Event, *, lingers: float = LINGERS, ends_within: float = ENDS_WITHIN
) -> None:
    """Answer until it is told to stop, and then what was begun."""
    while not stopping.is_set():
        _go_on(server, WAKES_EVERY)
    _let_in_who_waits(server)
    dispatcher.close(server)
    server.accepting = False
    for channel in server.active_channels.values():
        channel.ends_with_this()
    _go_on(server, 0)  # reads what was sent at the door
    _finish(server, time.monotonic() + lingers, time.monotonic() + ends_within)
    server.task_dispatcher.shutdown()
    for open_socket in list(server._map.values()):  # noqa: SLF001 - it tells nobody otherwise
        open_socket.close()


def _finish(server: BaseWSGIServer, lingers_until: float, at_latest: float) -> None:
    while (_is_busy(server) or time.monotonic() < lingers_until) and time.monotonic() < at_latest:
        _go_on(server, LOOKS_EVERY)


def _go_on(server: BaseWSGIServer, seconds: float) -> None:
    loop(timeout=seconds, use_poll=True, map=server._map, count=1)  # noqa: SLF001 - as above


def _let_in_who_waits(server: BaseWSGIServer) -> None:
    """To those who stand in the system's queue a closed door is a broken connection."""
    before = -1
    while len(server.active_channels) > before:
        before = len(server.active_channels)
        server.handle_accept()


def _is_busy(server: BaseWSGIServer) -> bool:
    """Whether somebody waits for an answer, or has sent a part of a request."""
    return any(
        channel.requests or channel.request is not None or channel.total_outbufs_len
        for channel in list(server.active_channels.values())
    )
