"""The rows of our tables of facts, as immutable values keyed by Census GEOID."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models import Chamber, LineKind


class Delivery(StrEnum):
    """How the post reaches a ZIP code; only street delivery says where somebody lives."""

    STREET = "street"
    PO_BOX = "po-box"
    SINGLE_BUILDING = "single-building"


class PlacedBy(StrEnum):
    """How a ZIP code was laid over the districts: by its census area, by one point, or not at all."""

    AREA = "area"
    POINT = "point"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class DistrictShare:
    """The part of a town in one district: `share` of its residents (0 to 1), `part` in words, "" for all."""

    geoid: str
    share: float
    part: str


@dataclass(frozen=True, slots=True)
class Town:
    """One of the 351 municipalities with its population of 2020; districts come largest share first."""

    name: str
    kind: str
    county: str
    population: int
    house: tuple[DistrictShare, ...]
    senate: tuple[DistrictShare, ...]

    def shares(self, chamber: Chamber) -> tuple[DistrictShare, ...]:
        """The districts of one chamber that reach this town."""
        return self.house if chamber is Chamber.HOUSE else self.senate


@dataclass(frozen=True, slots=True)
class Precinct:
    """One voting precinct or sub-precinct; `ward` is "" in towns without wards."""

    ward: str
    precinct: str
    house: str
    senate: str

    def geoid(self, chamber: Chamber) -> str:
        """The one district of a chamber in which this precinct votes."""
        return self.house if chamber is Chamber.HOUSE else self.senate


@dataclass(frozen=True, slots=True)
class ZipCode:
    """A ZIP code with every district it touches; its list of towns may be incomplete."""

    code: str
    post_office: str
    delivery: Delivery
    placed_by: PlacedBy
    state: str
    towns: tuple[str, ...]
    house: tuple[str, ...]
    senate: tuple[str, ...]

    @property
    def tells_where(self) -> bool:
        """Whether people live where this ZIP code lies: street delivery and a census area."""
        return self.delivery is Delivery.STREET and self.placed_by is PlacedBy.AREA

    def geoids(self, chamber: Chamber) -> tuple[str, ...]:
        """The districts of one chamber that this ZIP code touches."""
        return self.house if chamber is Chamber.HOUSE else self.senate


@dataclass(frozen=True, slots=True)
class Alias:
    """A village, neighbourhood, variant or misspelling; `sure` where its towns are beyond doubt."""

    name: str
    kind: str
    how: str
    sure: bool
    towns: tuple[str, ...]
    zips: tuple[str, ...]
    house: tuple[str, ...]
    senate: tuple[str, ...]

    def geoids(self, chamber: Chamber) -> tuple[str, ...]:
        """The districts of one chamber in which somebody who uses this name may live."""
        return self.house if chamber is Chamber.HOUSE else self.senate


@dataclass(frozen=True, slots=True)
class ChineseNames:
    """What a town or another place is called in Chinese: first as we say it, then every other spelling and script."""

    place: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DistrictFacts:
    """One seat's district; `vacant_until` is the day of the special election for a vacant seat."""

    geoid: str
    chamber: Chamber
    name: str
    ocd_id: str
    vacant_until: date | None


@dataclass(frozen=True, slots=True)
class LineFacts:
    """One number that reaches an office holder: E.164, an extension or "", and where it rings."""

    e164: str
    extension: str
    kind: LineKind


@dataclass(frozen=True, slots=True)
class Person:
    """A sitting office holder; `lines` come best first and may be empty, as may the office's `email`."""

    openstates_id: str
    geoid: str
    name: str
    party: str
    email: str
    url: str
    valid_from: date
    lines: tuple[LineFacts, ...]
