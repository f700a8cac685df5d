"""What somebody may do in a rehearsal, as a value that a page can keep as text: a call is the list of these."""

from dataclasses import dataclass
from enum import StrEnum


class Do(StrEnum):
    """What is done; most of it is done with something."""

    LIVES = "lives"  # on the page: one of several representatives, by GEOID
    MEANS = "means"  # on the page: one of several places
    SENATOR = "senator"  # on the page: the senator in place of an empty seat
    PHONE = "phone"  # what becomes of the supporter's phone that rings
    KEY = "key"
    SAY = "say"
    WAIT = "wait"
    HANG_UP = "hang-up"  # the supporter does
    LINE = "line"  # what becomes of the office's line
    TALK = "talk"  # what is said while both are connected
    OFFICE_HANGS_UP = "office-hangs-up"


@dataclass(frozen=True)
class Choice:
    """One thing that was done; `value` is empty where nothing more is to say."""

    do: Do
    value: str = ""

    def __str__(self) -> str:
        return f"{self.do} {self.value}".strip()
