"""Why we do not ring: the one place that decides whether a campaign's supporters can only call on their own phones."""

from app.campaigns.at_door import CampaignAtDoor
from app.campaigns.in_force import CampaignWords
from app.limits.placing import WhyNotRing


def why_not_ring(door: CampaignAtDoor, words: CampaignWords, *, has_carrier: bool) -> WhyNotRing | None:
    """None where we ring. No statement: what may change from one moment to the next stands at the door."""
    if words.content.whom.own_phones:
        return WhyNotRing.OWN_PHONES_ONLY
    if not words.phone_number:
        return WhyNotRing.NO_NUMBER
    return door.not_placed if has_carrier else WhyNotRing.NO_CARRIER
