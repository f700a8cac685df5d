"""Several processes behind one door: its socket is theirs together, so that nobody is refused while one stops."""

import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing import connection, get_context
from multiprocessing.context import ForkProcess

STOPS = (signal.SIGINT, signal.SIGTERM)
LOOKS_EVERY = 1.0  # seconds
LIVES_AT_LEAST = 1.0  # one that ends sooner fails as it begins, and would do so again and again


class Processes:
    """So many of the same, each begun anew when it ends, until all are told to stop. Made before there are threads."""

    def __init__(self, how_many: int, serves: Callable[[], None]) -> None:
        self._how_many, self._serves = how_many, serves
        self._running: list[ForkProcess] = []
        self._stops = False

    def run(self) -> None:
        """Let them serve until this process is told to stop, by a signal; what they began they end first."""
        for told in STOPS:
            signal.signal(told, self._stop)
        while not self._stops:
            self._begin_missing()
            since = time.monotonic()
            connection.wait([one.sentinel for one in self._running])
            if not self._stops and time.monotonic() - since < LIVES_AT_LEAST:
                time.sleep(LIVES_AT_LEAST)
        for one in self._running:
            one.join()

    def _begin_missing(self) -> None:
        """Undisturbed: who is told to stop as another begins would not tell that one, and wait for it for ever."""
        signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
        self._running = [one for one in self._running if one.is_alive()]
        while len(self._running) < self._how_many and not self._stops:
            one = get_context("fork").Process(target=self._serve, args=(os.getpid(),))
            one.start()
            self._running.append(one)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)

    def _stop(self, *_: object) -> None:
        self._stops = True
        for one in self._running:
            one.terminate()

    def _serve(self, parent: int) -> None:
        for told in STOPS:
            signal.signal(told, signal.SIG_DFL)  # its parent's way to stop is not its own
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
        self._serves()


def _end_with(parent: int) -> None:
    """Nobody would begin this process anew, nor stop it, once the one is gone that began it."""
    while os.getppid() == parent:
        time.sleep(LOOKS_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
