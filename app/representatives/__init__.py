"""Who represents this town, village, ZIP code or precinct, and on which line their office is reached."""

from app.representatives.candidate import Candidate, candidates, in_seat
from app.representatives.directory_loading import directory
from app.representatives.opening import Closed, ClosedBecause, OpeningHours
from app.representatives.other_chamber import within_district
from app.representatives.resolution import HowFound, Option, Resolution, ResolutionKind, said_place
from app.representatives.resolver import resolve
from app.representatives.roster import seed_roster
from app.representatives.seats import Directory, Holder, Line, RosterNotSeededError, Seat
from app.representatives.tables import town_names

__all__ = [
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
    "Seat",
    "candidates",
    "directory",
    "in_seat",
    "resolve",
    "said_place",
    "seed_roster",
    "town_names",
    "within_district",
]
