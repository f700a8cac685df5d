"""What a verb works with: the leg it runs on, the document it stands in, and the network around it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from app.telephony.local_network.addresses import Address, Subscription, Turn
from app.telephony.local_network.faults import FaultMaker
from app.telephony.local_network.legs import Leg
from app.telephony.local_network.phones.captions import Captions
from app.telephony.local_network.phones.hands import Hands
from app.telephony.local_network.phones.sounds import Sound
from app.telephony.local_network.timing.tasks import Tasks
from app.telephony.local_network.twiml.reading import CallError, Verb
from app.telephony.local_network.ways import Ways
from app.telephony.local_network.webhooks.asking import Webhooks
from app.telephony.local_network.webhooks.callbacks import Callbacks


class HungUp(Exception):  # not an error: the document says so
    """The document ends the call."""


class Around(Protocol):
    """The network as verbs know it; the exchange is one."""

    ways: Ways
    tasks: Tasks
    captions: Captions
    hands: Hands
    webhooks: Webhooks
    callbacks: Callbacks
    faults: FaultMaker
    sounds: dict[str, Sound]

    def dialled_leg(self, parent: Leg, to: str, caller: str, callback: Subscription | None) -> Leg:
        """Make the leg of a <Dial>."""

    async def ring(self, leg: Leg, seconds: float) -> bool:
        """Ring until it is settled or the time is over; returns whether it was answered."""

    def may_show(self, leg: Leg, number: str) -> bool:
        """Whether a Dial on this leg may show `number`."""

    def not_to_dial(self, number: str) -> tuple[str, int, str] | None:
        """Why a Dial may not ring this number: our name for it, the code and the words."""

    def warn(self, leg: Leg, name: str, code: int, text: str) -> None:
        """Write down what looks wrong and does not end the call."""


@dataclass(frozen=True)
class Stage:
    """Where one document is performed; `perform` runs another one on another leg."""

    leg: Leg
    exchange: Around
    here: str
    perform: Callable[[Leg, Turn], Awaitable[None]]

    def turn(self, verb: Verb, parameters: Mapping[str, str], attribute: str = "action") -> Turn:
        """Return the turn a verb's URL leads to, relative to this document; no URL is this document's own."""
        return Turn(Address(self.resolve(verb.word(attribute)), method_of(verb)), parameters)

    def resolve(self, url: str) -> str:
        """Make a URL absolute.

        Raises:
            CallError: it cannot be (11100), as in a document that was given and not fetched.
        """
        absolute = urljoin(self.here, url)
        if urlsplit(absolute).scheme not in ("http", "https"):
            raise CallError(11100, "url-not-absolute", f"“{url}” cannot be made an http(s) URL here.")
        return absolute


def method_of(verb: Verb, attribute: str = "method") -> str:
    """GET where the verb says so, otherwise POST."""
    return "GET" if verb.word(attribute).upper() == "GET" else "POST"
