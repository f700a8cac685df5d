"""Why an office does not answer at a moment."""

from dataclasses import dataclass
from enum import StrEnum


class ClosedBecause(StrEnum):
    """What kind of reason it is."""

    OUT_OF_HOURS = "out-of-hours"  # before it opens or after it closes: early, or in the evening
    BREAK = "break"  # between two spans of the day, such as lunch
    WEEKEND = "weekend"
    WEEKDAY = "weekday"  # a Monday to Friday on which this office never opens
    HOLIDAY = "holiday"
    EXCEPTION = "exception"


@dataclass(frozen=True, slots=True)
class Closed:
    """A reason, with the holiday's name or the exception's note; "" for the other kinds."""

    because: ClosedBecause
    name: str = ""
