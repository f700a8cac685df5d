"""A call as its last turn left it, so that the next need not read it again: to read it costs a third of a turn.

Every command that begins an app has an empty one: calls are imported by whoever takes turns.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from app.calls.shown.call import CallFacts
    from models import LineOutcome
    from voice_flows.known import Known

KEPT = 512  # calls, of some three kilobytes: as many as are under way at once where the carrier begins two a second
NOTHING: Mapping[int, tuple[MadeOf, Known]] = {}
FOR = timedelta(minutes=1)  # then they press no key any more; what organizers changed meanwhile is not said too late


class MadeOf(NamedTuple):
    """By what it was put together: a call, whether they show a number, and what an office's line has just shown."""

    call: CallFacts
    shows_number: bool
    showed: LineOutcome | None


@dataclass(frozen=True)
class Left:
    """A call as it was left for the turn of this key."""

    turn: str
    since: datetime
    call: CallFacts
    known: Mapping[int, tuple[MadeOf, Known]]


class Lately:
    """The calls of the turns that this process took, each for its very next turn, and once.

    What is written by them is void where anybody, here or elsewhere, changed the call since: it goes by its version.
    A turn that was taken before, which the carrier may ask again, is never found here.
    """

    def __init__(self) -> None:
        self._left: OrderedDict[int, Left] = OrderedDict()
        self._lock = Lock()

    def leave(
        self, call: CallFacts, turn: str, now: datetime, known: Mapping[int, tuple[MadeOf, Known]] = NOTHING
    ) -> None:
        """Keep the call for the turn that this key stands for, if it is known of which version it is.

        With it what flows may know of it, so far as that was put together.
        """
        if call.version is None:
            return
        with self._lock:
            self._left[call.id] = Left(turn, now, call, known)
            self._left.move_to_end(call.id)
            while len(self._left) > KEPT:
                self._left.popitem(last=False)

    def forget(self, call_id: int) -> None:
        """The call is about to change: to try what is void costs a statement."""
        with self._lock:
            self._left.pop(call_id, None)

    def take(self, call_id: int, turn: str, now: datetime) -> Left | None:
        """The call, where the turn before this one was taken here and not long ago."""
        with self._lock:
            left = self._left.pop(call_id, None)
        return left if left and left.turn == turn and now - left.since < FOR else None
