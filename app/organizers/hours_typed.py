"""Hours as organizers type them, and what is wrong with them in a sentence at the field."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from app.representatives.opening import HoursError, HoursProblem
from app.serving.forms import Wrong

T = TypeVar("T")

SENTENCES: Mapping[HoursProblem, str] = {
    HoursProblem.UNREADABLE: "Enter hours like 9-5 or 9-12, 1-5, or the word “closed”.",
    HoursProblem.BACKWARDS: "The closing time must come after the opening time. Add AM or PM where it is not clear.",
    HoursProblem.OVERLAP: "Two of these times overlap. Let the second begin when the first ends, or later.",
    HoursProblem.TOO_MANY: "Enter four times a day at most.",
    HoursProblem.DAY_UNREADABLE: "Enter a day, like 11/27/2026.",
    HoursProblem.DAY_OVER: "This day is over. Enter today or a later day.",
    HoursProblem.DAY_TOO_FAR: "Enter a day within the next two years.",
    HoursProblem.NO_NOTE: "Say why in a few words, so that others know what to tell supporters.",
}


def told_at_the_field(read: Callable[[str], T]) -> Callable[[str], T]:
    """The same reading of a field, which says in a sentence what is wrong with it."""

    def told(typed: str) -> T:
        try:
            return read(typed)
        except HoursError as error:
            raise Wrong(SENTENCES[error.problem]) from None

    return told
