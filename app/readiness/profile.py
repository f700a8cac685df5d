"""In which carrier's ways calls are made, what callers have to do without, and what its ways ask to be set."""

from collections.abc import Iterator

from app.config import Settings
from app.readiness.check import About, Check, Weight
from app.telephony.profiles import CarrierProfile, profile_of

NO_KEY = (
    "{name} signs what it sends with a key of its own, and none is set: all of it is refused, and whoever is rung "
    "hears nothing."
)
COPY_KEY = "Copy the signing key from its page of API credentials into CARRIER_SIGNING_KEY."
NO_DETECTION = "MACHINE_DETECTION is set, but {name} does not listen for machines."
UNSET = "Unset it; nothing goes by what it would tell."


def profile_told(config: Settings) -> str:
    """The carrier's name, and what it cannot do."""
    profile = profile_of(config)
    lacks = "; ".join(_lacks(profile)) or "calls can do all that they are made for"
    return f"The carrier is {profile.name} (CARRIER={config.carrier}): {lacks}."


def _lacks(profile: CarrierProfile) -> Iterator[str]:
    if not profile.can.listens:
        yield "callers use keys alone, for it understands no words"
    if not profile.can.star_leaves:
        yield "no star leaves an office"
    if not profile.tells_of_offices:
        yield "how an office's line does is known once it is over"
    if not profile.detects_machines:
        yield "it does not listen for machines"


def profile_checks(config: Settings) -> Iterator[Check]:
    """What its ways ask for and is not so."""
    profile = profile_of(config)
    if profile.has_signing_key and not config.carrier_signing_key:
        yield Check(About.CARRIER, Weight.WARNS, NO_KEY.format(name=profile.name), COPY_KEY)
    if config.machine_detection and not profile.detects_machines:
        yield Check(About.CARRIER, Weight.HINTS, NO_DETECTION.format(name=profile.name), UNSET)
