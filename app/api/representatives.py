"""POST /api/v1/representatives: who represents a place, or each of many, by the resolver that everybody asks."""

from flask import Response
from pydantic import BaseModel, ConfigDict, Field

from app.api import api
from app.api.openapi import answers, described
from app.extensions import given
from app.representatives import Directory, RosterNotSeededError, SaidStreet, asks_street, by_street, resolve
from app.representatives.for_programs import Answer, answer
from app.representatives.importing import directory_today
from app.serving.problems import SOON, problem
from app.store.db import db
from app.store.unit import unit
from models import Chamber


class Question(BaseModel):
    """A place, as somebody typed it. It stands in the body, so that no log of addresses asked for keeps it."""

    model_config = ConfigDict(extra="forbid")

    place: str = Field(
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
    chamber: Chamber = Field(Chamber.HOUSE, description="For the representative or the state senator")


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
    place = resolve(asked.place, zip_code=asked.zip, chamber=asked.chamber)
    if not asked.street or place.is_contradicted or not asks_street(place):
        return answer(place, roster)
    said = SaidStreet(asked.street, asked.number or "", asked.area or "", asked.zip or "")
    decided, street = by_street(place, said)
    return answer(decided, roster, street)
