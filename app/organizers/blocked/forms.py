"""The forms about one blocked number: look it up, block it, give it back."""

from datetime import date
from typing import Annotated

from pydantic import PlainValidator

from app.organizers.asked_fields import LONGEST_NUMBER, LONGEST_REASON, a_number, some_words
from app.serving.forms import Form, Text, Ticked, Wrong

NO_NUMBER = "Enter the number in digits, like 617 555 0123."
SAY_HOW = "Say in a few words how you were asked, and how you know that it is theirs, such as “Her letter of May 3”."
SAY_WHY = "Say in a few words why it may be called again, such as “His e-mail: he pressed 9 by mistake”."
NO_DAY = "Enter the day as 2026-11-29."

Number = Annotated[str, Text(limit=LONGEST_NUMBER, as_typed=True), PlainValidator(a_number(NO_NUMBER))]


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise Wrong(NO_DAY) from None


class LookForm(Form):
    """Which number."""

    phone: Number


class BlockForm(Form):
    """Which number, and how somebody asked for that."""

    phone: Number
    reason: Annotated[str, Text(limit=LONGEST_REASON), PlainValidator(some_words(SAY_HOW))]


class GiveBackForm(Form):
    """Which number, why, and when its owner asked for it in writing; `in_writing` says that they did."""

    phone: Number
    reason: Annotated[str, Text(limit=LONGEST_REASON), PlainValidator(some_words(SAY_WHY))]
    asked_on: Annotated[date | None, Text(limit=20), PlainValidator(_day)]
    in_writing: Ticked
