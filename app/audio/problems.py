"""Why an upload cannot be used."""

from enum import StrEnum


class SoundProblem(StrEnum):
    """What is wrong with it; the process that decodes tells it in these words."""

    UNREADABLE = "unreadable"  # no sound file, one of a kind that we do not take, or one that is damaged
    VIDEO = "video"
    SEVERAL = "several"  # more than one sound in one file
    TOO_LONG = "too-long"
    TOO_SHORT = "too-short"
    SILENT = "silent"
    TOO_LARGE = "too-large"
    EMPTY = "empty"
    TOO_SLOW = "too-slow"


class SoundRefused(Exception):
    """The upload cannot be used."""

    def __init__(self, problem: SoundProblem) -> None:
        super().__init__(problem)
        self.problem = problem
