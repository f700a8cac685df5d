"""Whom a check may ask outside of this program: passed in by whoever checks, never imported."""

from collections.abc import Callable
from dataclasses import dataclass

from app.carrier_setup.looked import Looked
from app.clock import Clock, utc_now


@dataclass(frozen=True)
class Outside:
    """The carrier, and this server as it sees us: `look` tells how the account stands; this computer by its `clock`."""

    look: Callable[[], Looked]
    clock: Clock = utc_now
