"""What a verb works with: the leg it runs on, the document it stands in, and the network around it."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from app.telephony.local_network.addresses import Address
from app.telephony.local_network.legs import Leg
from app.telephony.local_network.twiml import CallError, Verb

if TYPE_CHECKING:
    from app.telephony.local_network.exchange import Exchange


class HungUp(Exception):  # not an error: the document says so
    """The document ends the call."""


@dataclass(frozen=True)
class Turn:
    """The next document: asked for at an address with extra parameters, or given as `twiml`."""

    address: Address | None = None
    parameters: Mapping[str, str] = field(default_factory=dict)
    twiml: str = ""


@dataclass(frozen=True)
class Stage:
    """Where one document is performed; `perform` runs another one on another leg."""

    leg: Leg
    exchange: "Exchange"
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
