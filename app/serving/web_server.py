"""Serves the app over HTTP with waitress, set up to hold against thousands of slow connections."""

import errno
import resource
import socket
import threading
from functools import partial
from typing import Self

from flask import Flask
from waitress.server import BaseWSGIServer, create_server

from app.guard.bodies import Bodies
from app.serving.connections.channel import Channel
from app.serving.connections.finishing import serve
from app.serving.connections.parser import Parser
from app.serving.lanes import Lanes
from app.serving.phone_use import PhoneUse

# Defaults fall to 300 slow clients; so set, every probe among them was answered within milliseconds.
SLOW_CLIENTS = {"asyncore_use_poll": True, "channel_timeout": 10, "cleanup_interval": 5}
MOST_CONNECTIONS = 8000
OF_THE_PHONE = 1000  # of these, where it has a door of its own
OTHER_FILES = 200  # what a process has open beside them
HEADER_BYTES = 8 * 1024
# So much of a file that is written as it is sent may be under way: beyond a megabyte it would lie on the disk.
UNDER_WAY_BYTES = 256 * 1024
STOPS_WITHIN_SECONDS = 15
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


def server_for(app: Flask, listener: socket.socket) -> BaseWSGIServer:
    """A waitress server on this socket."""
    return _server_for(app, listener, PhoneUse(), _most_connections())


def servers_for(app: Flask, door: socket.socket, phone_door: socket.socket | None) -> list[BaseWSGIServer]:
    """One for each door: whoever fills the one with connections takes none of the other, and no place in its loop."""
    if phone_door is None:
        return [server_for(app, door)]
    use, most = PhoneUse(), _most_connections()
    of_the_phone = min(OF_THE_PHONE, most // 2)
    return [_server_for(app, door, use, most - of_the_phone), _server_for(app, phone_door, use, of_the_phone)]


def _server_for(app: Flask, listener: socket.socket, phone_use: PhoneUse, connections: int) -> BaseWSGIServer:
    settings = app.extensions["ringdown"].settings
    server = create_server(
        app,
        sockets=[listener],
        _dispatcher=Lanes(settings.phone_threads, phone_use),
        connection_limit=connections,
        max_request_header_size=HEADER_BYTES,
        outbuf_high_watermark=UNDER_WAY_BYTES,
        ident=None,
        clear_untrusted_proxy_headers=not settings.trusted_proxies,
        **SLOW_CLIENTS,
    )
    server.channel_class = type(
        "OurChannel", (Channel,), {"parser_class": staticmethod(partial(Parser, bodies=Bodies(app)))}
    )
    return server


def _most_connections() -> int:
    """As many as this process may be allowed to open, which it is from now on."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    files = min(MOST_CONNECTIONS + OTHER_FILES, most)
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, most))
    return files - OTHER_FILES


class WebServerThread:
    """The app served from a thread: runs within a `with` block, and finishes what it is answering before it ends."""

    def __init__(self, app: Flask, listener: socket.socket) -> None:
        self._server, self._stopping = server_for(app, listener), threading.Event()
        serves = partial(serve, self._server, self._stopping, lingers=0)  # whoever asks it ends before
        self._thread = threading.Thread(target=serves, name="web", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopping.set()
        self._server.pull_trigger()
        self._thread.join(STOPS_WITHIN_SECONDS)
