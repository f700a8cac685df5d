"""Row `export`: a long log is downloaded as a file, in memory that does not grow, while calls are answered in time."""

import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain

import requests

from benchmarks.asking import Prepared
from benchmarks.clicks import Crowd
from benchmarks.figure import Figure, Figures
from benchmarks.lives import Lives
from benchmarks.scale import LONG, write_log
from benchmarks.served import Served, served
from benchmarks.signed_in import SignedIn
from benchmarks.world import World, empty_database, fill, opened

TALKING = 25  # calls under way, again and again
EVERY = 0.2  # seconds from one request of the carrier to the next
MOST_MB, MOST_MS = 30.0, 500.0
PIECE = 64 * 1024
NO_END = 3600


def measure() -> Figures:
    """Both files, one after the other."""
    calls = int(os.environ.get("SCALE") or LONG)
    with empty_database() as url:
        campaign = fill(url)
        write_log(url, campaign, 0, calls)
        with opened(url, campaign) as here, served(here.own.settings) as server:
            cookie = SignedIn(here).asks("/organizers/calls").environ["HTTP_COOKIE"]
            one = _Download(here, server, cookie)
            return {**one.figures("csv", calls), **one.figures("xlsx", calls)}


class _Download:
    """Downloads, while the carrier asks and tells."""

    def __init__(self, here: World, server: Served, cookie: str) -> None:
        self._server, self._cookie = server, cookie
        self._requests = _again_and_again(here)
        self._send(next(self._requests))

    def figures(self, kind: str, calls: int) -> Figures:
        """What it took."""
        before, began = self._megabytes(), time.monotonic()
        with ThreadPoolExecutor() as other:
            lines = other.submit(self._lines, f"/organizers/calls.{kind}")
            memory, answers = self._meanwhile(lines)
        seconds = time.monotonic() - began
        lost = {f"{kind}_lost": Figure(max(calls + 1 - lines.result(), 0), 0, "calls")} if kind == "csv" else {}
        return {
            **lost,
            f"{kind}_memory": Figure(round(memory - before, 1), MOST_MB, "MB more"),
            f"{kind}_seconds": Figure(round(seconds, 1), None, "s"),
            f"{kind}_webhook_worst": Figure(round(answers, 1), MOST_MS, "ms"),
        }

    def _lines(self, path: str) -> int:
        """How many lines came; nothing of it is kept."""
        url, who = f"{self._server.url}{path}", {"Cookie": self._cookie}
        with requests.get(url, headers=who, stream=True, timeout=NO_END) as answer:
            answer.raise_for_status()
            return sum(piece.count(b"\n") for piece in answer.iter_content(PIECE))

    def _meanwhile(self, lines: "Future[int]") -> tuple[float, float]:
        """The most memory, and the longest answer."""
        memory = slowest = 0.0
        while not lines.done():
            slowest = max(slowest, _milliseconds(lambda: self._send(next(self._requests))))
            memory = max(memory, self._megabytes())
            time.sleep(EVERY)
        return memory, slowest

    def _send(self, request: Prepared) -> None:
        self._server.send(request)

    def _megabytes(self) -> float:
        return float(self._server.process.memory_full_info().pss / 2**20)


def _again_and_again(here: World) -> Iterator[Prepared]:
    crowd = Crowd(here)
    while True:
        lives = Lives.begun(here, crowd, TALKING)
        yield from chain(lives.progress(), lives.turns("answered"), lives.ends())


def _milliseconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
