"""Serves the app over HTTP with waitress, set up to hold against hundreds of slow connections."""

import errno
import socket
import threading
from typing import Self

from flask import Flask
from waitress.server import BaseWSGIServer, create_server
from waitress.wasyncore import dispatcher, loop

from app.serving.lanes import Lanes

# Defaults fall to 300 slow clients; so set, every probe among them was answered within milliseconds.
SLOW_CLIENTS = {"connection_limit": 2000, "asyncore_use_poll": True, "channel_timeout": 10}
HEADER_BYTES = 8 * 1024
WAKES_EVERY_SECONDS = 1
STOPS_WITHIN_SECONDS = 10
THIS_COMPUTER = "127.0.0.1"
LAST_PORT = 65535
NO_SUCH_ADDRESS = {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}


class PortTakenError(Exception):
    """Another program listens there."""


class NoSuchAddressError(Exception):
    """This computer has no such address."""


def listen(port: int, address: str = THIS_COMPUTER) -> socket.socket:
    """A socket on an address, for programs of this computer only unless another is given; port 0 takes any free one.

    Raises:
        NoSuchAddressError: the address is not of this computer.
        PortTakenError: another program listens there.
    """
    if port > LAST_PORT:
        raise PortTakenError(port)
    is_ipv6 = ":" in address
    family = socket.AF_INET6 if is_ipv6 else socket.AF_INET
    try:  # all addresses of IPv6 (::) are those of IPv4 too, where the system can
        return socket.create_server(
            (address, port), family=family, dualstack_ipv6=is_ipv6 and socket.has_dualstack_ipv6()
        )
    except OSError as error:
        raise NoSuchAddressError(address) if error.errno in NO_SUCH_ADDRESS else PortTakenError(port) from error


def server_for(app: Flask, listener: socket.socket, sockets: dict[int, dispatcher] | None = None) -> BaseWSGIServer:
    """A waitress server on this socket; `sockets` is where it keeps its open ones."""
    lanes = Lanes(app, app.extensions["ringdown"].settings.phone_threads)
    return create_server(
        app,
        map=sockets,
        sockets=[listener],
        _dispatcher=lanes,
        max_request_header_size=HEADER_BYTES,
        ident=None,
        **SLOW_CLIENTS,
    )


class WebServerThread:
    """The app served from a thread: runs within a `with` block, and finishes what it is answering before it ends."""

    def __init__(self, app: Flask, listener: socket.socket) -> None:
        self._sockets: dict[int, dispatcher] = {}
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
