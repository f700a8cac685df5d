"""What is told to programs about who represents a place: the same fields from the command line and from the API."""

from datetime import date
from typing import Self

from pydantic import BaseModel, ConfigDict, Field

from app.guard.phone_numbers import national
from app.representatives.candidates import Candidate, candidates
from app.representatives.places.of_district import towns_of
from app.representatives.places.resolution import HowFound, Resolution, ResolutionKind
from app.representatives.roster.seats import Directory, Line
from app.representatives.streets.finding import StreetAnswer
from models import Chamber


class AnsweredCandidate(BaseModel):
    """One office holder who may be theirs; largest share of the towns first."""

    model_config = ConfigDict(extra="forbid")

    district: str = Field(description="The district's name", examples=["5th Hampden"])
    geoid: str = Field(description="The district's GEOID at the US Census Bureau", examples=["25048"])
    title: str = Field(description="Representative or Senator")
    name: str | None = Field(description="Null where the seat is vacant")
    party: str | None
    line: str | None = Field(description="The best line of the office, as people write it; null where none is known")
    tel: str | None = Field(description="The same line as a tel: URI (RFC 3966), its extension included")
    vacant: bool
    vacant_until: date | None = Field(description="When a vacant seat is due to be filled, where that is known")
    share: float = Field(ge=0, le=1, description="The part of its towns' residents who live in this district")
    part: str = Field(description="Its wards and precincts of the town; empty for a whole town")
    district_towns: list[str] = Field(
        description="Every town that the district reaches, most residents first; Boston with the neighborhoods",
        examples=[["Boston (Mattapan, Dorchester)", "Milton"]],
    )

    @classmethod
    def of(cls, person: Candidate) -> Self:
        """The candidate, without the ids of our database."""
        line = person.line
        return cls(
            district=person.district,
            geoid=person.geoid,
            title=str(person.title),
            name=person.name,
            party=person.party,
            line=national(line.e164, line.extension) if line else None,
            tel=_tel(line) if line else None,
            vacant=person.vacant,
            vacant_until=person.vacant_until,
            share=person.share,
            part=person.part,
            district_towns=list(towns_of(person.geoid)),
        )


class Answer(BaseModel):
    """Who represents a place, or what has to be asked first, and why."""

    model_config = ConfigDict(extra="forbid")

    resolution: ResolutionKind = Field(
        description="found: exactly one candidate. choose: one of the candidates. confirm: one of the towns was meant, "
        "ask which. unknown: nothing is recognized. outside: a place in another state."
    )
    chamber: Chamber
    place: str = Field(description="What the words were taken to mean; empty if nothing", examples=["Hyannis"])
    towns: list[str] = Field(
        description="The cities and towns it lies in; for confirm the places that may be meant, villages too"
    )
    how: HowFound = Field(description="What the district was told from")
    candidates: list[AnsweredCandidate]
    streets: list[str] = Field(description="For a street that is not known by just that name: those that may be meant")
    areas: list[str] = Field(
        description="For a street of which there are several: the neighborhoods, villages or towns to ask about"
    )
    why: str = Field(description="One sentence that may be shown: it repeats nothing typed but a ZIP code")
    as_of: date = Field(description="The day for which the office holders and their lines were last brought up to date")


def answer(place: Resolution, roster: Directory, street: StreetAnswer | None = None) -> Answer:
    """A resolution with who sits there, and what came of a street.

    Raises:
        KeyError: the roster is of another state, or older than the tables.
    """
    return Answer(
        resolution=place.kind,
        chamber=place.chamber,
        place=str(place.place),
        towns=list(place.towns),
        how=place.how,
        candidates=[AnsweredCandidate.of(person) for person in candidates(place, roster)],
        streets=list(street.meant) if street else [],
        areas=list(street.areas) if street else [],
        why=str(place.why),
        as_of=roster.as_of,
    )


def _tel(line: Line) -> str:
    return f"tel:{line.e164}" + (f";ext={line.extension}" if line.extension else "")
