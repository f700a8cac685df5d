"""Why we do not ring: the one place that decides whether a campaign's supporters can only call on their own phones."""

from datetime import datetime

from app.campaigns.at_door import CampaignAtDoor
from app.campaigns.in_force import CampaignWords
from app.limits.placing import WhyNotRing


def why_not_ring(door: CampaignAtDoor, words: CampaignWords, now: datetime, *, has_carrier: bool) -> WhyNotRing | None:
    """None where we ring. No statement: what may change from one moment to the next stands at the door."""
    if words.content.whom.own_phones:
        return WhyNotRing.OWN_PHONES_ONLY
    if not words.phone_number:
        return WhyNotRing.NO_NUMBER
    if not has_carrier:
        return WhyNotRing.NO_CARRIER
    return WhyNotRing.CARRIER_REFUSES if door.pause and door.pause.holds(now) else door.not_placed
