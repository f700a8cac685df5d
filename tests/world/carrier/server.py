"""A carrier's REST API over real HTTP that answers as it is told, or not at all, and remembers what it was asked."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

LEG = "CA" + "1" * 32


class CarrierServer:
    """Answers every request as was said last; remembers (method, path, form)."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, dict[str, list[str]]]] = []
        self._answers: list[tuple[int, str]] = []
        self._meanwhile: Callable[[], object] | None = None
        self._hang, self._hangs_up = 0.0, False
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def answers(self, status: int = 201, body: Any = None) -> "CarrierServer":
        """Answer so once, or for ever if nothing is said after it; a text is sent as it is."""
        told = {"sid": LEG, "status": "queued"} if body is None else body
        self._answers.append((status, told if isinstance(told, str) else json.dumps(told)))
        return self

    def refuses(self, status: int, code: int | None = None) -> "CarrierServer":
        """Answer with an error in the carrier's form."""
        return self.answers(status, {"message": "no", "status": status} | ({"code": code} if code else {}))

    def answers_from_now_on(self, status: int = 201, body: Any = None) -> "CarrierServer":
        """Answer so for ever, whatever was said before; take every call, unless told otherwise."""
        self._answers.clear()
        return self.answers(status, body)

    def is_slow(self, seconds: float) -> "CarrierServer":
        """Wait so long before every answer."""
        self._hang = seconds
        return self

    def hangs_up(self) -> "CarrierServer":
        """Close the connection instead of answering."""
        self._hangs_up = True
        return self

    def meanwhile(self, act: Callable[[], object]) -> "CarrierServer":
        """Let something happen while the next request is being handled."""
        self._meanwhile = act
        return self

    def rung(self) -> int:
        """How often it was asked to place a call."""
        return sum(method == "POST" and path.endswith("/Calls.json") for method, path, _ in self.asked)

    def handle(self, request: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        body = request.rfile.read(int(request.headers.get("Content-Length", 0))).decode()
        self.asked.append((request.command, urlsplit(request.path).path, parse_qs(body)))
        if self._meanwhile:
            act, self._meanwhile = self._meanwhile, None
            act()
        time.sleep(self._hang)
        if self._hangs_up:
            return
        status, text = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        request.end_headers()
        request.wfile.write(text.encode())

    @contextmanager
    def running(self) -> Iterator["CarrierServer"]:
        """Serve for as long as the context lasts."""
        thread = threading.Thread(target=self._http.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield self
        finally:
            self._http.shutdown()
            thread.join()
            self._http.server_close()


def _handler(carrier: CarrierServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            carrier.handle(self)

        def do_POST(self) -> None:
            carrier.handle(self)

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    return Handler
