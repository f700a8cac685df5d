"""What can be wrong with hours that somebody sets."""

from enum import StrEnum


class HoursProblem(StrEnum):
    """Why hours or a day cannot be set: each has its own sentence on the page."""

    UNREADABLE = "unreadable"
    BACKWARDS = "backwards"  # closes before it opens, or at the same minute
    OVERLAP = "overlap"
    TOO_MANY = "too-many"
    DAY_UNREADABLE = "day-unreadable"
    DAY_OVER = "day-over"
    DAY_TOO_FAR = "day-too-far"
    NO_NOTE = "no-note"


class HoursError(ValueError):
    """These hours, or this day, cannot be set."""

    def __init__(self, problem: HoursProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem
