"""How organizers read of those whom a campaign may call."""

from collections.abc import Mapping

from app.campaigns.whom.marks import Mark
from models import Chamber

MARKS: Mapping[Mark, str] = {Mark.WITH_US: "With us", Mark.AGAINST: "Against", Mark.UNKNOWN: "Unknown"}
TONES: Mapping[Mark, str] = {Mark.WITH_US: "good", Mark.AGAINST: "warn", Mark.UNKNOWN: "quiet"}
CHAMBERS: Mapping[Chamber | None, str] = {Chamber.HOUSE: "House", Chamber.SENATE: "Senate", None: "No legislator"}
NOT_SEATED = "Holds no seat now, and is not called; counts again after a return"

LISTED = "list"
# What a pasted list may say of those who are on it.
PASTED_AS: Mapping[str, str] = {
    Mark.WITH_US: "They are with us: co-sponsors, for example",
    Mark.AGAINST: "They are against it",
    Mark.UNKNOWN: "Nobody knows how they stand to it",
    LISTED: "They are to be called, in this order: put them at the end of the list",
}
