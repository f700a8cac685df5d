"""The form beside an uploaded file: whose seats it is about, from when on it holds, and where it comes from."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.clock import eastern, eastern_day
from app.organizers.campaigns.state.moments import MOMENT, later_moment
from app.organizers.offices.hours_forms import read_date
from app.representatives.importing import ImportRequest, ahead
from app.representatives.opening import HoursError
from app.serving.forms import Form, Text, Ticked, Wrong, known
from models import Chamber

BOTH = "both"
CHAMBERS: Mapping[str, tuple[Chamber, ...]] = {BOTH: tuple(Chamber)} | {it.value: (it,) for it in Chamber}
LONGEST_SOURCE = 160
NO_SUCH_STATE = "Choose one of the states whose districts we have."
NO_SOURCE = "Say where the file is from, such as “Open States” or “the House clerk's list”."
NO_DAY = "Enter a day, like 11/27/2026."
DAY_TO_COME = "This day is still to come. If the file is to hold from then on, say so above."
TYPED: Mapping[str, str] = {
    "chambers": BOTH,
    "rest_stays": "",
    "source": "Open States",
    "in_force": "",
    "as_of": "",
    "only": "",
}


def _state(typed: str, info: ValidationInfo) -> str:
    if typed not in known(info, "states", list):
        raise Wrong(NO_SUCH_STATE)
    return typed


def _chambers(typed: str) -> tuple[Chamber, ...]:
    return CHAMBERS.get(typed, CHAMBERS[BOTH])


def _as_of(typed: str, info: ValidationInfo) -> date:
    today = eastern_day(known(info, "now", datetime))
    try:
        day = read_date(typed) if typed else today
    except HoursError:
        raise Wrong(NO_DAY) from None
    if day > today:
        raise Wrong(DAY_TO_COME)
    return day


def _source(typed: str) -> str:
    if not typed:
        raise Wrong(NO_SOURCE)
    return typed


def _seats(typed: str) -> tuple[str, ...]:
    return tuple(filter(None, (name.strip() for line in typed.splitlines() for name in line.split(";"))))


class FileForm(Form):
    """What is said of the file; all but the state and the source may stay as it is."""

    state: Annotated[str, Text(limit=2), PlainValidator(_state)]
    chambers: Annotated[tuple[Chamber, ...], Text(limit=10), PlainValidator(_chambers)]
    rest_stays: Ticked
    in_force: Annotated[datetime | None, MOMENT, PlainValidator(later_moment)]
    source: Annotated[str, Text(limit=LONGEST_SOURCE), PlainValidator(_source)]
    as_of: Annotated[date, Text(limit=30), PlainValidator(_as_of)]
    only: Annotated[tuple[str, ...], Text(limit=1000, lines=True), PlainValidator(_seats)]

    def request(self, file_name: str, *, fictional: bool) -> ImportRequest:
        """What was meant, but for the seats that are named."""
        asked = ImportRequest(
            state=self.state,
            as_of=self.as_of,
            source=f"{self.source}, {file_name}",
            chambers=self.chambers,
            rest_stays=self.rest_stays,
            fictional=fictional,
        )
        if self.in_force is None:
            return asked
        local = eastern(self.in_force)
        return ahead(asked, local.date(), local.time())
