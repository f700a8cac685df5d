"""What people do at a phone in a call: press keys and speak."""

from app.telephony.local_network.legs import Heard, Leg
from app.telephony.local_network.phones.captions import Captions
from app.telephony.local_network.phones.sounds import seconds_to_say

KEYS = "0123456789*#"


def press(leg: Leg, key: str, captions: Captions) -> None:
    """Press one key of 0-9 * #; a star ends a <Dial hangupOnStar>, for the called side only."""
    if not leg.is_answered or key not in KEYS:
        return
    captions.person(leg, keys=key)
    if leg.star_ends and key == "*" and leg.other_side:
        leg.other_side.end("completed")
    elif "dtmf" in leg.listening:
        leg.heard.put_nowait(Heard(key=key))


def say(leg: Leg, text: str, captions: Captions) -> None:
    """Say something: the other side hears it, or a speech question does."""
    if not leg.is_answered:
        return
    captions.person(leg, text=text)
    if "speech" in leg.listening:
        leg.heard.put_nowait(Heard(speech=text, seconds=seconds_to_say(text)))
