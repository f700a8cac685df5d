"""Which seats a campaign may call: those of its chambers, and of its list; without a campaign the House."""

from collections.abc import Mapping

from app.campaigns.in_force import CampaignWords
from app.representatives import Directory
from models import Chamber, WhomToCall

_CHAMBERS: Mapping[WhomToCall, frozenset[Chamber]] = {
    WhomToCall.REPRESENTATIVE: frozenset({Chamber.HOUSE}),
    WhomToCall.SENATOR: frozenset({Chamber.SENATE}),
    WhomToCall.BOTH: frozenset({Chamber.HOUSE, Chamber.SENATE}),
    WhomToCall.LISTED: frozenset(),
    WhomToCall.OWN_THEN_LISTED: frozenset({Chamber.HOUSE}),
}


def seats_called(directory: Directory, words: CampaignWords | None) -> set[str]:
    """By the GEOIDs of their districts; of vacant seats none."""
    chambers = _CHAMBERS[words.whom_to_call] if words else frozenset({Chamber.HOUSE})
    own = {seat.geoid for seat in directory.seats.values() if seat.chamber in chambers and seat.holder}
    listed = words.listed if words else ()
    holders = directory.seats_by_holder()
    return own | {holders[holder].geoid for holder in listed if holder in holders}
