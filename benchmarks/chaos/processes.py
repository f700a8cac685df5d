"""Programs that are killed and begin again at once."""

import os
import subprocess  # nosec B404 # runs this very program
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Lock

ROOT = Path(__file__).resolve().parents[2]


class Program:
    """One process of `benchmarks.chaos.program`, and those that follow it."""

    def __init__(self, what: str, environment: Mapping[str, str], log: Path) -> None:
        self._what, self._environment, self._log = what, environment, log
        self._begun = log.with_suffix(".begun")
        self._lock, self._is_over = Lock(), False
        self._process = self._begin()

    @property
    def has_begun(self) -> bool:
        """Whether it does anything yet: on a busy computer one that is killed before would never do anything."""
        return self._begun.exists()

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
        command = [sys.executable, "-m", "benchmarks.chaos.program", self._what, str(self._begun)]
        with self._log.open("ab") as log:
            return subprocess.Popen(  # nosec B603 # our own command
                command, cwd=ROOT, env={**os.environ, **self._environment}, stdout=log, stderr=log
            )
