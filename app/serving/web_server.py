"""Serves the app over HTTP with waitress, set up to hold against hundreds of slow connections."""

import socket
import threading
from typing import Any, Self

from flask import Flask
from waitress.server import create_server
from waitress.wasyncore import loop

# Defaults fall to 300 slow clients; so set, every probe among them was answered within milliseconds.
SLOW_CLIENTS = {"connection_limit": 2000, "asyncore_use_poll": True, "channel_timeout": 10}
THREADS = 8
HEADER_BYTES = 8 * 1024
WAKES_EVERY_SECONDS = 1
STOPS_WITHIN_SECONDS = 10


class PortTakenError(Exception):
    """Another program listens there."""


def listen(port: int) -> socket.socket:
    """A socket on this computer's loopback address; port 0 takes any free one.

    Raises:
        PortTakenError: another program listens there.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
    except (OSError, OverflowError) as error:
        listener.close()
        raise PortTakenError(port) from error
    return listener


def server_for(app: Flask, listener: socket.socket, sockets: dict[int, Any] | None = None) -> Any:
    """A waitress server on this socket; `sockets` is where it keeps its open ones."""
    return create_server(
        app,
        map=sockets,
        sockets=[listener],
        threads=THREADS,
        max_request_header_size=HEADER_BYTES,
        ident=None,
        **SLOW_CLIENTS,
    )


class WebServerThread:
    """The app served from a thread: runs within a `with` block, and finishes what it is answering before it ends."""

    def __init__(self, app: Flask, listener: socket.socket) -> None:
        self._sockets: dict[int, Any] = {}
        self._server = server_for(app, listener, self._sockets)
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._serve, name="web", daemon=True)

    def _serve(self) -> None:
        while not self._stopping.is_set():
            loop(timeout=WAKES_EVERY_SECONDS, use_poll=True, map=self._sockets, count=1)
        self._server.task_dispatcher.shutdown()
        for open_socket in list(self._sockets.values()):
            open_socket.close()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._server.pull_trigger()
        self._thread.join(STOPS_WITHIN_SECONDS)
