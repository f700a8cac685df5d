"""Who represents this town, village, ZIP code or precinct, and on which line their office is reached."""

from app.representatives.candidates import Candidate, candidates, in_seat
from app.representatives.facts.tables import chinese_town_names, town_names
from app.representatives.opening import Closed, ClosedBecause, OpeningHours
from app.representatives.outlines.lists import outline_list, outline_list_of
from app.representatives.outlines.near import Point
from app.representatives.outlines.picture import Drawn, Picture, picture
from app.representatives.outlines.state_map import Area, StateMap, state_map
from app.representatives.places.county import county_of
from app.representatives.places.of_district import towns_of
from app.representatives.places.other_chamber import within_district
from app.representatives.places.resolution import NO_PLACE, HowFound, Option, Resolution, ResolutionKind, said_place
from app.representatives.resolver import place_in, resolve, street_in, zip_in
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
from app.representatives.split_towns.by_point import at_point, by_point
from app.representatives.split_towns.by_street import SaidStreet, asks_street, by_street
from app.representatives.split_towns.street_left import StreetLeft, as_left, in_area, left_by
from app.representatives.streets.finding import StreetAnswer, StreetFinding
from app.representatives.streets.heard import HeardStreets, streets_keyed, streets_said
from app.representatives.streets.lists import street_list, street_list_of

__all__ = [
    "HOME",
    "NO_PLACE",
    "STAMP",
    "Area",
    "Candidate",
    "Closed",
    "ClosedBecause",
    "Directory",
    "Drawn",
    "HeardStreets",
    "Holder",
    "HowFound",
    "Line",
    "OpeningHours",
    "Option",
    "Picture",
    "Point",
    "Resolution",
    "ResolutionKind",
    "RosterNotSeededError",
    "RosterStamp",
    "SaidStreet",
    "Seat",
    "StateMap",
    "StreetAnswer",
    "StreetFinding",
    "StreetLeft",
    "as_left",
    "asks_street",
    "at_point",
    "by_point",
    "by_street",
    "candidates",
    "chinese_town_names",
    "county_of",
    "directory",
    "directory_in_memory",
    "directory_of",
    "in_area",
    "in_seat",
    "left_by",
    "outline_list",
    "outline_list_of",
    "picture",
    "place_in",
    "resolve",
    "said_place",
    "same_stamp",
    "seed_roster",
    "stamp_of",
    "state_map",
    "street_in",
    "street_list",
    "street_list_of",
    "streets_keyed",
    "streets_said",
    "town_names",
    "towns_of",
    "within_district",
    "zip_in",
]
