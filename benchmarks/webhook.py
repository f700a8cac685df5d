"""Row `webhook`: the CPU of each step of the phone, of a forged one and of a click, over a bare route with one commit.

The two sides take turns, block by block, in one run; of the blocks of each the 10th percentile counts.
"""

from collections.abc import Sequence
from contextlib import closing
from functools import partial
from statistics import quantiles

from app.store.db import db
from benchmarks.asking import Prepared, send
from benchmarks.bare import bare_app, notes
from benchmarks.clicks import Crowd
from benchmarks.cpu import Backends, of_each
from benchmarks.figure import TIMES, Figure, Figures
from benchmarks.lives import REPORTS, Lives
from benchmarks.world import World, world

GOALS = {"status": 1.5, "turn": 1.5, "speak": 1.2, "forged": 0.5, "click": 3.0}
BLOCK = 12
BLOCKS = 30
WARM_UP = 3


def measure() -> Figures:
    """The figures by what is done; `bare` is what they are measured against."""
    with world() as here, closing(Backends(here.url)) as backends:
        rounds = Rounds(here, backends)
        taken = [rounds.one() for _ in range(WARM_UP + BLOCKS)][WARM_UP:]
    spent = {what: _low([one[what] for one in taken]) for what in taken[0]}
    bare = spent.pop("bare")
    figures = {what: Figure(round(of / bare, 3), GOALS[what], TIMES) for what, of in spent.items()}
    return figures | {"bare": Figure(round(bare, 1), None, "µs CPU")}


class Rounds:
    """Each round is the life of a block of calls, a block of everything in turn."""

    def __init__(self, here: World, backends: Backends) -> None:
        self._here, self._backends, self._crowd = here, backends, Crowd(here)
        with here.app.app_context():
            self._bare = bare_app(db.engine)

    def one(self) -> dict[str, float]:
        """Microseconds a request of each kind."""
        clicks = self._crowd.click(BLOCK)
        bare = of_each(partial(send, self._bare), notes(BLOCK), self._backends)
        click = self._spent([form for _, form in clicks])
        lives = Lives(self._here, [phone for phone, _ in clicks])
        progress, forged = self._spent(lives.progress()), self._spent(lives.forged())
        self._spent(lives.turns("answered"))
        speak = self._spent(lives.turns("after/greeting/0/1", Digits="7"))
        turn = self._spent(lives.turns("after/greeting_again/0/2", Digits="1"))
        status = (progress * (REPORTS - 1) + self._spent(lives.ends())) / REPORTS
        return {"status": status, "turn": turn, "speak": speak, "forged": forged, "click": click, "bare": bare}

    def _spent(self, requests: Sequence[Prepared]) -> float:
        return of_each(partial(send, self._here.app), requests, self._backends)


def _low(blocks: Sequence[float]) -> float:
    """Their 10th percentile: what other programs of a busy machine add only makes them larger."""
    return quantiles(blocks, n=10)[0]
