"""Who represents this town, village, ZIP code or precinct, and on which line their office is reached."""

from app.representatives.candidates import Candidate, candidates, in_seat
from app.representatives.facts.tables import town_names
from app.representatives.opening import Closed, ClosedBecause, OpeningHours
from app.representatives.places.other_chamber import within_district
from app.representatives.places.resolution import NO_PLACE, HowFound, Option, Resolution, ResolutionKind, said_place
from app.representatives.resolver import resolve
from app.representatives.roster.loading import (
    HOME,
    STAMP,
    RosterStamp,
    directory,
    directory_in_memory,
    directory_of,
    same_stamp,
    stamp_of,
)
from app.representatives.roster.seats import Directory, Holder, Line, RosterNotSeededError, Seat
from app.representatives.roster.seeding import seed_roster

__all__ = [
    "HOME",
    "NO_PLACE",
    "STAMP",
    "Candidate",
    "Closed",
    "ClosedBecause",
    "Directory",
    "Holder",
    "HowFound",
    "Line",
    "OpeningHours",
    "Option",
    "Resolution",
    "ResolutionKind",
    "RosterNotSeededError",
    "RosterStamp",
    "Seat",
    "candidates",
    "directory",
    "directory_in_memory",
    "directory_of",
    "in_seat",
    "resolve",
    "said_place",
    "same_stamp",
    "seed_roster",
    "stamp_of",
    "town_names",
    "within_district",
]
