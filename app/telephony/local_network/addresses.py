"""Where webhooks go: an address for TwiML, a turn to the next document, a subscription for status callbacks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

EVENTS = ("initiated", "ringing", "answered", "completed")


@dataclass(frozen=True)
class Address:
    """A URL (its fragment may hold connection overrides) and the method it is asked with."""

    url: str
    method: str = "POST"


@dataclass(frozen=True)
class Turn:
    """The next document: asked for at an address with extra parameters, or given as `twiml`."""

    address: Address | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    twiml: str = ""


@dataclass(frozen=True)
class Subscription:
    """Who hears of a leg's progress; without events named only "completed" is sent."""

    url: str
    method: str = "POST"
    events: tuple[str, ...] = ("completed",)


def subscription(url: str, method: str, events: list[str]) -> Subscription | None:
    """Make a subscription from what REST or TwiML said; None where there is no URL."""
    known = tuple(event for event in events if event in EVENTS)
    return Subscription(url, method.upper() or "POST", known or ("completed",)) if url else None
