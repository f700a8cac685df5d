"""What a geocoder says about an address, and what a geocoder is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Finding(StrEnum):
    """What came of looking an address up."""

    MATCHED = "matched"  # one place; its districts are known as far as the geocoder's layers answered
    SEVERAL = "several"  # several places fit, in different districts
    NO_MATCH = "no-match"  # no such address is known
    OUTSIDE = "outside"  # it lies in another state
    UNAVAILABLE = "unavailable"  # no answer, or none that can be read


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with the Census GEOID of each chamber's district; None where that is not beyond doubt."""

    finding: Finding
    house: str | None = None
    senate: str | None = None

    def geoid(self, chamber: str) -> str | None:
        """The district of one chamber, "house" or "senate"."""
        return {"house": self.house, "senate": self.senate}[chamber]


class Geocoder(Protocol):
    """Whoever can tell the districts of an address."""

    def locate(self, address: str) -> Located:
        """The districts of an address in one line. Raises nothing: a failure is a finding."""
        ...


class NoGeocoder:
    """The geocoder of those who want none: no address leaves this computer (see `Geocoder`)."""

    def locate(self, address: str) -> Located:  # noqa: ARG002 - it is not even read
        """Always unavailable."""
        return Located(Finding.UNAVAILABLE)
