"""A carrier that takes its time over every call that it is asked to place, and remembers whom it rang and when."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs


class SlowCarrier:
    """`rung` holds the phones in the order in which it was asked to ring them, each with the moment in seconds."""

    def __init__(self, takes: float) -> None:
        self.rung: list[tuple[str, float]] = []
        self.takes = takes
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def place(self, form: str) -> str:
        """Note the call, take its time, answer with an id."""
        asked = parse_qs(form)
        self.rung.append((asked["To"][0], time.monotonic()))
        sid = f"CA{len(self.rung):032x}"
        time.sleep(self.takes)
        return json.dumps({"sid": sid, "status": "queued"})

    @contextmanager
    def running(self) -> Iterator["SlowCarrier"]:
        """Serve for as long as the context lasts."""
        thread = threading.Thread(target=self._http.serve_forever, name="carrier")
        thread.start()
        try:
            yield self
        finally:
            self._http.shutdown()
            thread.join()
            self._http.server_close()


def _handler(carrier: SlowCarrier) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            answer = carrier.place(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.send_response(201)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(answer.encode())

        def log_message(self, *_: object) -> None:
            """Keep quiet."""

    return Handler
