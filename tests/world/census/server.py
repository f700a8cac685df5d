"""The Census Bureau's geocoder over real HTTP: answers as it is told, with every fault, and keeps what it was asked."""

import json
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.world.census.answers import answer, match

RESET = struct.pack("ii", 1, 0)  # closing with this option set tears the connection down


class CensusServer:
    """Says what it was told to say last."""

    def __init__(self) -> None:
        self.asked: list[dict[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self._say: Callable[[BaseHTTPRequestHandler], None] = lambda _: None
        self._meanwhile: Callable[[], object] = lambda: None
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._http.server_port}"
        self.finds("25072", "25D14")

    def finds(self, house: str | None, senate: str | None) -> "CensusServer":
        """One match in these districts, whatever the address."""
        return self.answers(match(house, senate))

    def answers(self, *matches: dict[str, Any]) -> "CensusServer":
        """These matches, whatever the address."""
        return self.says(json.dumps(answer(*matches)))

    def says(self, text: str, status: int = 200, **headers: str) -> "CensusServer":
        """Any text, with any status."""

        def say(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in headers.items():
                request.send_header(name.replace("_", "-"), value)
            request.end_headers()
            request.wfile.write(text.encode())

        self._say = say
        return self

    def drips(self, pieces: int, seconds: float) -> "CensusServer":
        """A body that takes its time."""

        def say(request: BaseHTTPRequestHandler) -> None:
            request.send_response(200)
            request.end_headers()
            for _ in range(pieces):
                request.wfile.write(b" ")
                time.sleep(seconds)

        self._say = say
        return self

    def is_slow(self, seconds: float) -> "CensusServer":
        """Wait so long before answering."""
        return self.meanwhile(lambda: time.sleep(seconds))

    def resets(self) -> "CensusServer":
        """Tear the connection down instead of answering."""

        def say(request: BaseHTTPRequestHandler) -> None:
            request.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            request.connection.close()

        self._say = say
        return self

    def meanwhile(self, act: Callable[[], object]) -> "CensusServer":
        """Let something happen while a request is being handled."""
        self._meanwhile = act
        return self

    def handle(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request, unless whoever asked has gone."""
        self.asked.append({name: values[0] for name, values in parse_qs(urlsplit(request.path).query).items()})
        self.headers.append({name.lower(): value for name, value in request.headers.items()})
        self._meanwhile()
        try:
            self._say(request)
        except OSError:
            request.close_connection = True

    @contextmanager
    def running(self) -> Iterator["CensusServer"]:
        """Serve for as long as the context lasts."""
        thread = threading.Thread(target=self._http.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield self
        finally:
            self._http.shutdown()
            thread.join()
            self._http.server_close()


def _handler(census: CensusServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            census.handle(self)

        def handle(self) -> None:
            try:
                super().handle()
            except (OSError, ValueError):  # it was torn down on purpose
                self.close_connection = True

        def finish(self) -> None:
            try:
                super().finish()
            except (OSError, ValueError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    return Handler
