"""Looks on while the log becomes right, and says in the end what did not."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from urllib.parse import urlsplit

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from app.guard.tokens import Tokens
from app.telephony.local_network import PhoneNetwork
from app.telephony.local_network.journal import Line
from app.telephony.local_network.program import APOLOGY
from benchmarks.chaos.callers import Called
from benchmarks.chaos.truth import Logged, is_right, logged, rings
from models import EndReason


@dataclass(frozen=True)
class Judgement:
    """What came of the calls; of all but `calls` and the seconds there should be none."""

    calls: int
    lost: int
    wrong: int
    rung_twice: int
    left_open: int
    right_after_worst_seconds: int
    heard_application_error: int
    seed: int

    @property
    def told(self) -> dict[str, int]:
        """As one object."""
        return asdict(self)


@dataclass
class Watch:
    """Sees every second or so which calls are over on the network, and since when the log is right about them."""

    network: PhoneNetwork
    engine: Engine
    ended: dict[str, float] = field(default_factory=dict)
    right_after: dict[str, float] = field(default_factory=dict)
    apologies: list[str] = field(default_factory=list)  # the calls that heard one
    _seen: int = 0

    def look(self) -> None:
        """Once more; where the database is away, the next time."""
        now = time.monotonic()
        for number, entry in self.network.plant.journal.after(self._seen):
            self._seen = number
            if isinstance(entry, Line) and entry.text == APOLOGY:
                self.apologies.append(entry.call_sid)
        over = {sid: ring for sid, ring in rings(self.network).items() if ring.is_over}
        for sid in over:
            self.ended.setdefault(sid, now)
        try:
            of_sid = by_sid(logged(self.engine))
        except DBAPIError:
            return
        for sid in over.keys() - self.right_after.keys():
            if sid in of_sid and is_right(of_sid[sid], over[sid]):
                self.right_after[sid] = now - self.ended[sid]

    def until(self, is_enough: Callable[[], bool], at_most: float) -> None:
        """Go on looking until it is, or so many seconds are over."""
        end, took = time.monotonic() + at_most, 0.0
        while not is_enough() and time.monotonic() < end:
            time.sleep(max(1.0, 4 * took))  # what it reads grows, and others need the computer
            began = time.monotonic()
            self.look()
            took = time.monotonic() - began

    @property
    def is_all_right(self) -> bool:
        """Whether every call of the network is over, and right in the log, or not of ours."""
        legs = rings(self.network)
        calls = logged(self.engine)
        known = {sid for call in calls for sid in call.sids}
        mine = {sid for sid, ring in legs.items() if ring.direction != "inbound" or sid in known}
        return all(ring.is_over for ring in legs.values()) and mine <= self.right_after.keys() and _is_quiet(calls)


def _is_quiet(calls: Sequence[Logged]) -> bool:
    return all(call.is_over for call in calls)


def by_sid(calls: Sequence[Logged]) -> Mapping[str, Logged]:
    """Each call by what the carrier calls it."""
    return {sid: call for call in calls for sid in call.sids}


def judgement(watch: Watch, called: Called, tokens: Tokens, seed: int) -> Judgement:
    """What is true in the end."""
    calls, legs = logged(watch.engine), rings(watch.network)
    of_id, of_sid = {call.id: call for call in calls}, by_sid(calls)
    outbound = [ring for ring in legs.values() if ring.direction != "inbound"]
    rung = {ring.to for ring in outbound}
    asked = {phone: of_id.get(_call_id(tokens, page)) for phone, page in called.pages.items()}
    known = [sid for sid, ring in legs.items() if ring.direction != "inbound" or sid in of_sid]
    return Judgement(
        calls=len(called.pages) + len(called.dialed),
        lost=sum(call is None or (phone not in rung and _is_lost(call)) for phone, call in asked.items()),
        wrong=sum(sid not in of_sid or not is_right(of_sid[sid], legs[sid]) for sid in known),
        rung_twice=len(outbound) - len(rung),
        left_open=sum(not call.is_over for call in calls) + sum(not ring.is_over for ring in legs.values()),
        right_after_worst_seconds=round(max(watch.right_after.values(), default=0)),
        heard_application_error=len(watch.apologies),
        seed=seed,
    )


def _is_lost(call: Logged) -> bool:
    """Nobody was rung, and nobody was told why."""
    return call.end_reason in (None, EndReason.LOST)


def _call_id(tokens: Tokens, page: str) -> int:
    return int(tokens.read("page", urlsplit(page).path.rpartition("/")[2]))
