"""POST /api/v1/representatives: who represents a place, or each of many, by the resolver that everybody asks."""

from typing import Self

from flask import Response
from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from app.api import api
from app.api.openapi import answers, described
from app.extensions import given
from app.representatives import (
    Directory,
    Point,
    Resolution,
    RosterNotSeededError,
    SaidStreet,
    StreetAnswer,
    asks_street,
    at_point,
    by_point,
    by_street,
    resolve,
)
from app.representatives.for_programs import Answer, answer
from app.representatives.importing import directory_today
from app.serving.problems import SOON, problem
from app.store.db import db
from app.store.unit import unit
from models import Chamber


class Question(BaseModel):
    """A place as typed, a point, or both. They stand in the body, so that no log of addresses asked for keeps them."""

    model_config = ConfigDict(extra="forbid")

    place: str | None = Field(
        None,
        min_length=1,
        max_length=100,
        description="A city, town, village or neighborhood, a ZIP code, a ward and precinct; of a street address, its "
        "town and ZIP code count",
        examples=["Jamaica Plain"],
    )
    zip: str | None = Field(
        None,
        max_length=20,
        pattern=r"^\s*(\d{5}([- ]?\d{4})?)?\s*$",
        description="The ZIP code, to narrow a split town",
        examples=["02130"],
    )
    street: str | None = Field(
        None,
        max_length=100,
        description="The street, for a split town: looked up here and not kept",
        examples=["Centre St"],
    )
    number: str | None = Field(
        None, max_length=20, description="The house number: it matters where the street is divided", examples=["670"]
    )
    area: str | None = Field(
        None, max_length=60, description="One of the `areas` of an answer: which of several streets is meant"
    )
    lat: float | None = Field(
        None, ge=-90, le=90, description="The latitude of where somebody lives, in degrees (WGS 84)", examples=[42.3097]
    )
    lon: float | None = Field(None, ge=-180, le=180, description="The longitude", examples=[-71.1151])
    accuracy: float = Field(
        25, ge=0, le=20_000, description="How many metres off the point may be: so near to a line it is a question"
    )
    chamber: Chamber = Field(Chamber.HOUSE, description="For the representative or the state senator")

    @model_validator(mode="after")
    def _says_where(self) -> Self:
        """Refuse half a point, and neither a point nor a place."""
        if (self.lat is None) != (self.lon is None):
            raise PydanticCustomError("half_a_point", "Both lat and lon should be given")
        if self.place is None and self.lat is None:
            raise PydanticCustomError("nowhere", "A place, or lat and lon, should be given")
        return self

    @property
    def point(self) -> Point | None:
        """Where they live on the globe, if that was said."""
        return None if self.lat is None or self.lon is None else Point(self.lat, self.lon, self.accuracy)


class Questions(BaseModel):
    """Many places at once."""

    model_config = ConfigDict(extra="forbid")

    places: list[Question] = Field(min_length=1, max_length=1000)


class ManyAnswers(BaseModel):
    """An answer to each, in the same order."""

    answers: list[Answer]


@api.post("/representatives")
@described.validate(resp=answers(Answer), tags=["representatives"], operation_id="findRepresentatives")
def find_representatives(json: Question) -> Answer | Response:
    """Who represents a place.

    `found` names one office holder; everything else is a question to ask first, or says why there is no answer. Nobody
    should be dialed on anything but `found`, or what the person then chose among `candidates`.
    """
    roster = _roster()
    return roster if isinstance(roster, Response) else _answered(json, roster)


@api.post("/representatives/many")
@described.validate(resp=answers(ManyAnswers), tags=["representatives"], operation_id="findRepresentativesOfMany")
def find_representatives_of_many(json: Questions) -> ManyAnswers | Response:
    """Who represents each of up to 1,000 places: a sheet of sign-ups in one request."""
    roster = _roster()
    if isinstance(roster, Response):
        return roster
    return ManyAnswers(answers=[_answered(one, roster) for one in json.places])


def _roster() -> Directory | Response:
    try:
        with unit(db.session) as work:
            return directory_today(work.session, given().clock())
    except RosterNotSeededError:
        return problem(503, "No office holders are known yet: run flask seed.", headers=SOON)


def _answered(asked: Question, roster: Directory) -> Answer:
    place, street = _place(asked)
    return answer(by_point(place, asked.point) if asked.point and asked.place else place, roster, street)


def _place(asked: Question) -> tuple[Resolution, StreetAnswer | None]:
    """The place by its name and its street, or by the point alone where no name was given."""
    if asked.point and not asked.place:
        return at_point(asked.point, asked.chamber), None
    place = resolve(asked.place or "", zip_code=asked.zip, chamber=asked.chamber)
    if not asked.street or place.is_contradicted or not asks_street(place):
        return place, None
    return by_street(place, SaidStreet(asked.street, asked.number or "", asked.area or "", asked.zip or ""))
