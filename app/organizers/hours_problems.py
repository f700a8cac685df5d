"""What organizers are told where hours, or a day, cannot be as they typed them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from app.representatives.opening import HoursError, HoursProblem

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


@contextmanager
def told_under(errors: dict[str, str], name: str) -> Iterator[None]:
    """Put the sentence for a problem under the name of the field in which it was typed, and go on."""
    try:
        yield
    except HoursError as error:
        errors[name] = SENTENCES[error.problem]
