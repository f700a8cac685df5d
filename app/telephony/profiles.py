"""How the carriers differ that speak Twilio's language: a profile each, chosen by the setting CARRIER."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.config import Settings
from voice_flows.known import ABLE, Abilities
from voice_flows.twiml import TWILIO_ADDS_SECONDS


@dataclass(frozen=True)
class CarrierProfile:
    """What one carrier does; the defaults are Twilio's.

    `base_path` stands before every path of its API. What it sends is signed under `signature_header` with the
    account's token, or with a key of its own. It `reads_fragments` of URLs, by which it is asked to try again, and
    adds seconds to how long a bridge rings. Without `tells_of_offices` nothing is told of an office's leg before the
    bridge ends, which then says what became of it; whether it names the leg is seen in what is sent. `can` is what
    callers notice. The voices have the same names with all of them: Amazon's, after "Polly.".
    """

    name: str = "Twilio"
    base_path: str = ""
    signature_header: str = "X-Twilio-Signature"
    has_signing_key: bool = False
    reads_fragments: bool = True
    adds_ring_seconds: int = TWILIO_ADDS_SECONDS
    tells_of_offices: bool = True
    detects_machines: bool = True
    can: Abilities = ABLE


TWILIO = CarrierProfile()
SIGNALWIRE = CarrierProfile(
    name="SignalWire",
    base_path="/api/laml",
    signature_header="X-SignalWire-Signature",
    has_signing_key=True,
    reads_fragments=False,
)
SOMLENG = CarrierProfile(
    name="Somleng",
    reads_fragments=False,
    adds_ring_seconds=0,
    tells_of_offices=False,
    detects_machines=False,
    can=Abilities(listens=False, star_leaves=False),
)
PROFILES: Mapping[str, CarrierProfile] = {"twilio": TWILIO, "signalwire": SIGNALWIRE, "somleng": SOMLENG}


def profile_of(settings: Settings) -> CarrierProfile:
    """The profile of the carrier that the settings name."""
    return PROFILES[settings.carrier]
