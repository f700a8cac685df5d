"""The web app as a program of its own, as it is deployed: `flask serve`, on the database of a world."""

import socket
import subprocess  # nosec B404 # our own commands
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import requests

from app.config import Settings
from benchmarks.asking import Prepared, UnexpectedAnswerError
from benchmarks.deployed import environment

FLASK = str(Path(sys.executable).with_name("flask"))
PATIENCE = 60  # seconds
HEADERS = ("X-Twilio-Signature", "Accept-Language", "X-Forwarded-For")


class NeverReadyError(Exception):
    """The server did not answer."""


@dataclass(frozen=True)
class Served:
    """The program and its address."""

    process: psutil.Process
    url: str

    def send(self, request: Prepared) -> None:
        """Send what is prepared for an app, over HTTP.

        Raises:
            UnexpectedAnswerError: it was answered with another status.
        """
        environ = request.environ
        names = {name: f"HTTP_{name.upper().replace('-', '_')}" for name in HEADERS}
        headers = {name: environ[key] for name, key in names.items() if key in environ}
        answer = requests.request(
            environ["REQUEST_METHOD"],
            f"{self.url}{environ['PATH_INFO']}",
            data=environ["wsgi.input"].read(),
            headers={**headers, "Content-Type": environ.get("CONTENT_TYPE", "")},
            allow_redirects=False,
            timeout=PATIENCE,
        )
        if answer.status_code != request.status:
            raise UnexpectedAnswerError(f"{environ['PATH_INFO'][:12]}…: {answer.status_code}, not {request.status}")


@contextmanager
def served(settings: Settings) -> Iterator[Served]:
    """The program, ready to answer, for as long as the context lasts."""
    port = _free_port()
    process = psutil.Popen([FLASK, "serve"], env=environment(settings) | {"PORT": str(port)}, stdout=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz")
        yield Served(process, f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def _wait_for(url: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if requests.get(url, timeout=PATIENCE).ok:
                return
        except requests.ConnectionError:
            time.sleep(0.02)
    raise NeverReadyError(url)
