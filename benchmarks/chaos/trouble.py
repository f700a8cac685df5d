"""What goes wrong meanwhile: kills, crashes, a carrier in trouble, a clock that jumps; all by the seed."""

import random
import threading
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.telephony.local_network import Faults, PhoneNetwork, Refusal
from benchmarks.chaos.database import Database
from benchmarks.chaos.processes import Program, slowness

AN_HOUR = 3600
LOST = 0.05  # of all callbacks
LATE = 5.0  # seconds, at most
REFUSALS = {  # and how often each is drawn: after three in a row nobody is rung for a minute, and everybody told
    None: 8,
    Refusal(status=500): 3,
    Refusal(status=429, times=4): 3,
    Refusal(status=503, placed=True): 2,
    Refusal(hang=20.0, placed=True): 2,
    Refusal(status=500, times=3): 1,
}


@dataclass
class Trouble:
    """Whom it befalls, and for how many seconds; the database is away once for so long."""

    database: Database
    programs: Sequence[Program]
    network: PhoneNetwork
    ahead: Path
    seconds: float
    away: float
    seed: int

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)  # nosec B311 # the same trouble again
        self._is_over = threading.Event()
        self._acts: list[Future[None]] = []
        self._threads = ThreadPoolExecutor(4)

    def __enter__(self) -> Self:
        self._suffer(None)
        self._acts = [self._threads.submit(act) for act in (self._kill, self._refuse, self._crash, self._jump)]
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._threads.shutdown()
        self._suffer(None)
        for act in self._acts:
            act.result()

    @property
    def has_failed(self) -> bool:
        """Whether one of them could not go on, as where a killed program does not begin again: then nobody can call."""
        return any(act.done() and act.exception() for act in self._acts)

    def _kill(self) -> None:
        while not self._is_over.wait(self._chance.uniform(2, 6) * slowness(self.programs)):
            if begun := [program for program in self.programs if program.has_begun]:
                self._chance.choice(begun).is_killed()

    def _refuse(self) -> None:
        while not self._is_over.wait(self._chance.uniform(3, 9)):
            self._suffer(self._chance.choices(list(REFUSALS), list(REFUSALS.values()))[0])

    def _suffer(self, refuse: Refusal | None) -> None:
        seed = self._chance.getrandbits(30)
        self.network.suffer(Faults(drop=LOST, repeat=2, reorder=True, window=LATE, seed=seed, refuse=refuse))

    def _crash(self) -> None:
        for away in (0.0, self.away, 0.0, 0.0):
            if self._is_over.wait(self.seconds / 5 * slowness(self.programs)):
                return
            self.database.crash()
            time.sleep(away)
            self.database.comes_back()

    def _jump(self) -> None:
        if self._is_over.wait(self.seconds / 2):
            return
        self.ahead.write_text(str(AN_HOUR))
        self._is_over.wait(self.seconds / 10)
        self.ahead.write_text("0")
