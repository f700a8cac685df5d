"""How other carriers that speak Twilio's language differ, by SignalWire's documentation and Somleng's source."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Ways:
    """What one carrier does; the defaults are Twilio's.

    `base_path` stands before every path of its API. A webhook is signed under `header` with the account's token, or
    with a key of its own; over the URL with or without fragment and, under https, port. Without `tells_progress` only
    the end of a call is told, without `tells_of_dialled` nothing of the leg of a <Dial>; without `details_of_dial` its
    `action` hears of no leg that nobody answered. `ignored` are parameters of an order or attributes that do nothing,
    "speech", and the "fragment" by which an app asks for other time limits and retries.
    """

    name: str = "twilio"
    base_path: str = ""
    header: str = "X-Twilio-Signature"
    has_signing_key: bool = False
    algorithm: Literal["sha1", "sha256"] = "sha1"
    signs_fragment: bool = False
    signs_port: bool = False
    has_products: bool = True
    has_uuids: bool = False
    tells_progress: bool = True
    tells_of_dialled: bool = True
    details_of_dial: bool = True
    tells_silence: bool = True
    rings_longer: float = 5.0
    ignored: frozenset[str] = frozenset()
    unknown_verbs: frozenset[str] = frozenset()

    def heeds(self, name: str) -> bool:
        """Whether a parameter or an attribute does anything."""
        return name not in self.ignored


TWILIO = Ways()
TWILIO_WITH_PORT = Ways(signs_port=True)
TWILIO_WITH_SHARED_KEY = Ways(has_signing_key=True, algorithm="sha256")
SIGNALWIRE = Ways(
    name="signalwire",
    base_path="/api/laml",
    header="X-SignalWire-Signature",
    has_signing_key=True,
    has_products=False,
    has_uuids=True,
)
SOMLENG = Ways(
    name="somleng",
    signs_fragment=True,
    signs_port=True,
    has_products=False,
    has_uuids=True,
    tells_progress=False,
    tells_of_dialled=False,
    details_of_dial=False,
    tells_silence=False,
    rings_longer=0.0,
    ignored=frozenset(
        {
            *("Timeout", "TimeLimit", "FallbackUrl", "speech", "fragment"),
            *("hangupOnStar", "timeLimit", "sendDigits", "url", "machineDetection"),
        }
    ),
    unknown_verbs=frozenset({"Pause"}),
)
WAYS = {ways.name: ways for ways in (TWILIO, SIGNALWIRE, SOMLENG)}
