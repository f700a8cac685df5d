"""The form that opens a phone bank: where, how many people, from when until when."""

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.limits.rooms.opening import LONGEST, Wanted
from app.organizers.campaigns.state.moments import MOMENT, later_moment, typed_moment
from app.serving.forms import Form, Text, Wrong, known
from models.phone_bank import MOST_PEOPLE

LONGEST_PLACE = 80
NO_PLACE = "Say where: a name that you will know in the log, such as “First Church hall”."
NO_PEOPLE = f"How many people? A number from 1 to {MOST_PEOPLE}."
NO_END = "Say when it ends."
BACKWARDS = "It ends before it begins. Change one of the two."
TOO_LONG = "A phone bank lasts a day at most, so that no code goes round for longer. Open another for the next day."


def _place(typed: str) -> str:
    if not any(map(str.isalnum, typed)):
        raise Wrong(NO_PLACE)
    return typed


def _people(typed: str) -> int:
    people = int(typed) if typed.isascii() and typed.isdigit() else 0
    if not 1 <= people <= MOST_PEOPLE:
        raise Wrong(NO_PEOPLE)
    return people


def _opens(typed: str, info: ValidationInfo) -> datetime:
    return typed_moment(typed) or known(info, "now", datetime)


def _closes(typed: str, info: ValidationInfo) -> datetime:
    closes, opens = later_moment(typed, info), info.data.get("opens_at")
    if closes is None:
        raise Wrong(NO_END)
    if opens and closes <= opens:
        raise Wrong(BACKWARDS)
    if opens and closes > opens + LONGEST:
        raise Wrong(TOO_LONG)
    return closes


class RoomForm(Form):
    """Left empty, it opens at once."""

    place: Annotated[str, Text(limit=LONGEST_PLACE), PlainValidator(_place)]
    people: Annotated[int, Text(limit=6), PlainValidator(_people)]
    opens_at: Annotated[datetime, MOMENT, PlainValidator(_opens)]
    closes_at: Annotated[datetime, MOMENT, PlainValidator(_closes)]

    def wanted(self) -> Wanted:
        """What was meant."""
        return Wanted(self.place, self.people, self.opens_at, self.closes_at)


BEFORE_ANYBODY_TYPES: Mapping[str, str] = dict.fromkeys(RoomForm.model_fields, "") | {"people": "40"}
