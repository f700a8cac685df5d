"""Faults on demand: what a carrier and a network sometimes do to callbacks, turns and requests."""

import random
import re
from dataclasses import dataclass

from app.telephony.local_network.phones.mishearing import Recognizer

SID = re.compile(r"/([A-Z]{2}[0-9a-f]{32}|[0-9a-f-]{36})")


@dataclass(frozen=True)
class Refusal:
    """How the next requests of one kind go wrong: those that place a call, unless another `method` and `at` are named.

    `at` is a part of the path, without its SIDs: "Calls", "Accounts.json", "AvailablePhoneNumbers", "CustomerProfiles";
    "" is any path, and as `method` any method.
    `status` is answered instead (None: the true answer), with `code` or the usual one of 429, 500 and 503; `hang` is in
    real seconds and comes before the answer; with `placed` what was asked is really done all the same, and only the
    answer is lost. `times` is how often.
    """

    status: int | None = 500
    hang: float = 0.0
    placed: bool = False
    times: int = 1
    at: str = "Calls"
    method: str = "POST"
    code: int = 0

    def befalls(self, method: str, path: str) -> bool:
        """Whether it is meant for this request."""
        return self.method in ("", method) and self.at in SID.sub("", path)


@dataclass(frozen=True)
class Faults:
    """What goes wrong; nothing by default, and the same `seed` always makes the same faults.

    delay: seconds by which every status callback is late.
    repeat: how many times more every status callback comes, each within `window` seconds.
    reorder: callbacks are held for up to `window` seconds each, so later ones overtake them.
    drop: the share of callbacks that are lost, 0.0 to 1.0.
    repeat_turns: each TwiML request is sent again (same idempotency token), its second answer ignored.
    mishears: the share of what people say that is written down otherwise, 0.0 to 1.0.
    refuse: how the next requests of one kind are refused.
    """

    delay: float = 0.0
    repeat: int = 0
    reorder: bool = False
    drop: float = 0.0
    repeat_turns: bool = False
    mishears: float = 0.0
    refuse: Refusal | None = None
    window: float = 30.0
    seed: int = 0


class FaultMaker:
    """Draws from the seeded generator what happens to each callback."""

    def __init__(self, faults: Faults) -> None:
        self.suffer(faults)

    def suffer(self, faults: Faults) -> None:
        """Begin anew with these faults."""
        self.faults = faults
        self._chance = random.Random(faults.seed)  # nosec B311 # repeatable on purpose, no secret
        self.recognizer = Recognizer(faults.mishears, random.Random(faults.seed))  # nosec B311 # as above
        self._refusals_left = faults.refuse.times if faults.refuse else 0

    def deliveries(self) -> tuple[float, ...]:
        """Seconds after which a status callback is sent; none where it is lost, two where it is repeated."""
        faults = self.faults
        if faults.drop and self._chance.random() < faults.drop:
            return ()
        first = faults.delay + (self._chance.uniform(0, faults.window) if faults.reorder else 0.0)
        return (first, *(first + self._chance.uniform(0, faults.window) for _ in range(faults.repeat)))

    def next_refusal(self, method: str, path: str) -> Refusal | None:
        """Return how the request that has just come is refused, if it is."""
        refuse = self.faults.refuse
        if not refuse or not self._refusals_left or not refuse.befalls(method, path):
            return None
        self._refusals_left -= 1
        return refuse
