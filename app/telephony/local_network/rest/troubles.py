"""What went wrong on calls, with the date of each: the journal's notices, as the API tells them afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.telephony.local_network.account.sids import sid_of
from app.telephony.local_network.engine import Engine
from app.telephony.local_network.journal import Notice


@dataclass(frozen=True)
class Trouble:
    """A notice, its SID and when it was written."""

    sid: str
    notice: Notice
    when: datetime


def troubles(engine: Engine, call_sid: str = "") -> list[Trouble]:
    """Those of one call, or of all, newest first."""
    every = engine.timeline.ask(lambda: list(_troubles(engine)))
    return [trouble for trouble in reversed(every) if call_sid in ("", trouble.notice.call_sid)]


def _troubles(engine: Engine) -> Iterator[Trouble]:
    for number, entry in engine.plant.journal.after(0):
        if isinstance(entry, Notice) and entry.call_sid in engine.exchange.legs:
            began = engine.exchange.legs[entry.call_sid].created
            yield Trouble(sid_of("NO", number), entry, began + timedelta(seconds=entry.at))
