"""After a call to one's representative: the senator, who speaks for the same person, and their number."""

from collections.abc import Callable

from app.campaigns.in_force import CampaignWords
from app.representatives import (
    Candidate,
    Directory,
    HowFound,
    ResolutionKind,
    candidates,
    resolve,
    within_district,
)
from models import Chamber, WhomToCall


def senator_next(town: str, geoid: str, words: CampaignWords, roster: Callable[[], Directory]) -> Candidate | None:
    """For whoever called from this town the office of the House district `geoid`: whom to call next on their own phone.

    None where the campaign calls others too, or where that is not sure.
    """
    if words.whom_to_call is not WhomToCall.REPRESENTATIVE or not town or not geoid:
        return None
    place = within_district(resolve(town, chamber=Chamber.SENATE), geoid, HowFound.CHOSEN)
    if place.kind is not ResolutionKind.FOUND:
        return None
    senator = candidates(place, roster())[0]
    is_spared = not senator.holder_ids.isdisjoint({*words.with_us, *words.held_back})
    return senator if senator.lines and not is_spared else None
