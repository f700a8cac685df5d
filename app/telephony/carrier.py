"""What we ask of a carrier, whoever it is, and what can go wrong with it.

CarrierError
├── CarrierRefused      it said no; nobody is rung, and asking again will not help
├── CarrierBusy         it took nothing; asking again later is safe
└── CarrierUnknown      no answer; somebody's phone may be ringing, so never ask again blindly
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from app.telephony.money import Money
from models import LegStatus


class CarrierError(Exception):
    """The carrier did not do what it was asked. `code` is the carrier's own, if it gave one."""

    def __init__(self, code: int | None = None) -> None:
        super().__init__(f"carrier error {code}" if code else "carrier error")
        self.code = code


class CarrierRefused(CarrierError):
    """A definite no."""


class CarrierBusy(CarrierError):
    """Not processed: may be asked again."""


class CarrierUnknown(CarrierError):
    """It may have been done."""


@dataclass(frozen=True)
class RingRequest:
    """Ring one phone. Limits are in seconds; the URLs are absolute."""

    to: str
    caller_id: str
    answer_url: str
    status_url: str
    fallback_url: str
    ring_limit: int
    time_limit: int


@dataclass(frozen=True)
class CarrierLeg:
    """What the carrier knows of one leg; times are its own, `duration` is in seconds.

    It tells the `price` late, or never, and of one that nobody answered none.
    """

    sid: str
    parent_sid: str | None
    to: str
    status: LegStatus
    created_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None
    duration: int | None
    price: Money | None = None


class Carrier(Protocol):
    """A telephone carrier. Every method may raise CarrierError, and none retries by itself."""

    def ring(self, request: RingRequest) -> str:
        """Ask it to ring a phone; returns the carrier's id of the leg."""

    def end(self, sid: str) -> None:
        """End a leg, ringing or connected. A leg that has ended already is no error."""

    def leg(self, sid: str) -> CarrierLeg | None:
        """Fetch one leg, None if the carrier knows none by that id."""

    def child_legs(self, sid: str) -> list[CarrierLeg]:
        """Fetch the legs that were dialled from within this one."""

    def forget(self, sid: str) -> None:
        """Have it delete its record of a leg that is over. One of which it knows nothing is no error."""

    def legs_to(self, number: str, *, caller_id: str | None, since: datetime) -> list[CarrierLeg]:
        """Fetch the legs on which `caller_id`, or whichever, rang `number` since then, for when an answer was lost."""
