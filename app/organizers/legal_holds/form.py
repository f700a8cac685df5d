"""The forms of a legal hold: of which campaign, why, and until the end of which day."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.clock import eastern_day
from app.extensions import given
from app.organizers.asked_fields import LONGEST_REASON, some_words
from app.privacy.holding.change import AT_MOST
from app.serving.forms import Form, Text, Wrong, known

NO_CAMPAIGN = "Choose a campaign from the list. What is held already is below."
SAY_WHY = "Say in a few words who asks for it, such as “Subpoena of May 3, Suffolk Superior Court”."
NO_DAY = "Choose its last day."
PAST = "Choose a day that is still to come."
TOO_LONG = "Choose a day within a year. It can be prolonged by then."
SHORTER = "Choose a later day than it ends now, or leave that. To end it earlier, end it now."

Why = Annotated[str, Text(limit=LONGEST_REASON), PlainValidator(some_words(SAY_WHY))]


def _campaign(typed: str, info: ValidationInfo) -> int:
    free = known(info, "free", dict)
    which = int(typed) if typed.isascii() and typed.isdecimal() else 0
    if which not in free:
        raise Wrong(NO_CAMPAIGN)
    return which


def _day(typed: str) -> date:
    today = eastern_day(given().clock())
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        raise Wrong(NO_DAY) from None
    if day <= today:
        raise Wrong(PAST)
    if day > today + AT_MOST:
        raise Wrong(TOO_LONG)
    return day


def _later(typed: str, info: ValidationInfo) -> date:
    before = known(info, "until", date)
    if typed == before.isoformat():
        return before
    day = _day(typed)
    if day < before:
        raise Wrong(SHORTER)
    return day


class BeginForm(Form):
    """Which campaign's calls are to be kept, for whom, until when."""

    campaign: Annotated[int, Text(limit=20), PlainValidator(_campaign)]
    reason: Why
    until: Annotated[date, Text(limit=20), PlainValidator(_day)]


class ChangeForm(Form):
    """For whom it is kept now, and until when."""

    reason: Why
    until: Annotated[date, Text(limit=20), PlainValidator(_later)]


NOTHING_TYPED: Mapping[str, str] = dict.fromkeys(BeginForm.model_fields, "")
