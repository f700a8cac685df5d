"""Programs that are killed and begin again at once."""

import os
import subprocess  # nosec B404 # runs this very program
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock

ROOT = Path(__file__).resolve().parents[2]
BEGINS_IN = 4.0  # seconds, on a computer that does nothing else


def slowness(programs: Sequence["Program"]) -> float:
    """How many times as long as usual the programs take to begin: whatever comes every few seconds comes so seldom."""
    return max(1.0, *(program.took / BEGINS_IN for program in programs))


class Program:
    """One process of `benchmarks.chaos.program`, and those that follow it."""

    def __init__(self, what: str, environment: Mapping[str, str], log: Path) -> None:
        self._what, self._environment, self._log = what, environment, log
        self._begun = log.with_suffix(".begun")
        self._lock, self._is_over = Lock(), False
        self._took = self._since = 0.0
        self._process = self._begin()

    @property
    def has_begun(self) -> bool:
        """Whether it does anything yet: on a busy computer one that is killed before would never do anything."""
        return self._begun.exists()

    @property
    def took(self) -> float:
        """How many seconds it took to begin last, or more than that if it has not begun since."""
        try:
            self._took = self._begun.stat().st_mtime - self._since
        except FileNotFoundError:  # it begins just now
            return max(self._took, time.time() - self._since)
        return self._took

    def is_killed(self) -> None:
        """Without a word; another begins at once."""
        with self._lock:
            self._process.kill()
            self._process.wait()
            if not self._is_over:
                self._process = self._begin()

    def stop(self) -> None:
        """Kill it for good."""
        self._is_over = True
        self.is_killed()

    def _begin(self) -> subprocess.Popen[bytes]:
        self._begun.unlink(missing_ok=True)
        self._since = time.time()
        command = [sys.executable, "-m", "benchmarks.chaos.program", self._what, str(self._begun)]
        with self._log.open("ab") as log:
            return subprocess.Popen(  # nosec B603 # our own command
                command, cwd=ROOT, env={**os.environ, **self._environment}, stdout=log, stderr=log
            )
