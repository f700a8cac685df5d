"""POST /api/v1/representatives: who represents a place, by the one resolver that pages, hotline and commands ask."""

from flask import Response
from pydantic import BaseModel, ConfigDict, Field

from app.api import api
from app.api.openapi import answers, described
from app.representatives import RosterNotSeededError, directory, resolve
from app.representatives.for_programs import Answer, answer
from app.serving.problems import SOON, problem
from app.store.db import db
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
    zip: str | None = Field(None, max_length=20, description="The ZIP code, to narrow a split town", examples=["02130"])
    chamber: Chamber = Field(Chamber.HOUSE, description="For the representative or the state senator")


@api.post("/representatives")
@described.validate(resp=answers(Answer), tags=["representatives"], operation_id="findRepresentatives")
def find_representatives(json: Question) -> Answer | Response:
    """Who represents a place.

    `found` names one office holder; everything else is a question to ask first, or says why there is no answer. Nobody
    should be dialed on anything but `found`, or what the person then chose among `candidates`.
    """
    try:
        roster = directory(db.session)
    except RosterNotSeededError:
        return problem(503, "No office holders are known yet: run flask seed.", headers=SOON)
    return answer(resolve(json.place, zip_code=json.zip, chamber=json.chamber), roster)
