"""A check that found something: a value, whoever asks and however it is shown."""

from dataclasses import dataclass
from enum import StrEnum


class About(StrEnum):
    """What is not right."""

    DATABASE = "database"
    OFFICES = "offices"
    CARRIER = "carrier"
    ADDRESS = "address"  # of this server
    KEYS = "keys"
    WORKER = "worker"
    ROOM = "room"  # on the database's disk
    NUMBERS = "numbers"  # of campaigns
    RESTORED = "restored"  # from a backup
    CLOCK = "clock"  # of this computer


class Weight(StrEnum):
    """What hangs on it, the most first."""

    BLOCKS = "blocks"  # nobody can be served
    WARNS = "warns"  # something does not work, or soon will not
    HINTS = "hints"  # nothing is wrong here, but it is worth a look


@dataclass(frozen=True)
class Check:
    """Something that is not right yet, in a sentence, and what to do."""

    about: About
    weight: Weight
    sentence: str
    cure: str

    def __str__(self) -> str:
        return f"{self.sentence} {self.cure}"
