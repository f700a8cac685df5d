"""Whom a check may ask outside of this program: passed in by whoever checks, never imported."""

from collections.abc import Callable
from dataclasses import dataclass

from app.carrier_setup.looked import Looked


@dataclass(frozen=True)
class Outside:
    """The carrier, and this server as it sees us: `look` tells how the account stands."""

    look: Callable[[], Looked]
