"""The life of calls that somebody clicked for, as the carrier tells it: every request of it, prepared."""

from collections.abc import Sequence

from benchmarks.asking import Prepared, send
from benchmarks.carrier_forms import CarrierOf
from benchmarks.clicks import Crowd, ring_newest
from benchmarks.world import World

PROGRESS = ("initiated", "ringing", "in-progress")
REPORTS = len(PROGRESS) + 1


class Lives:
    """Calls that were asked for a moment ago, each by the carrier that rings it."""

    def __init__(self, here: World, phones: Sequence[str]) -> None:
        calls = ring_newest(here, len(phones))
        self.carriers = [CarrierOf(here.own, call, phone) for call, phone in zip(calls, phones, strict=True)]
        for one in self.carriers:
            send(here.app, one.reports("queued", 0))

    @classmethod
    def begun(cls, here: World, crowd: Crowd, how_many: int) -> "Lives":
        """So many supporters click, and are rung."""
        clicks = crowd.click(how_many)
        for _, form in clicks:
            send(here.app, form)
        return cls(here, [phone for phone, _ in clicks])

    def progress(self) -> list[Prepared]:
        """They are rung and pick up."""
        return [one.reports(told, nth) for nth, told in enumerate(PROGRESS, 1) for one in self.carriers]

    def ends(self) -> list[Prepared]:
        """They hang up."""
        return [one.reports("completed", REPORTS, CallDuration="90") for one in self.carriers]

    def turns(self, what: str, **heard: str) -> list[Prepared]:
        """Each is asked the same, and answers it."""
        return [one.asks(what, **heard) for one in self.carriers]

    def forged(self) -> list[Prepared]:
        """Somebody else reports of each."""
        return [one.forged() for one in self.carriers]
