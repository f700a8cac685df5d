"""How a phone behaves: values that a script writes down and the network acts out."""

from dataclasses import dataclass
from enum import StrEnum


class Pickup(StrEnum):
    """What happens when a phone is rung."""

    ANSWERS = "answers"
    BUSY = "is busy"
    SILENT = "does not answer"
    DECLINES = "declines"
    UNREACHABLE = "is unreachable"
    BY_HAND = "is operated by hand"


class Ender(StrEnum):
    """Who ends a conversation, and how."""

    OFFICE = "the office hangs up"
    SUPPORTER = "the supporter hangs up"
    STAR = "the supporter presses star"


@dataclass(frozen=True)
class Reply:
    """An answer to one question: keys, speech, silence (neither), or hanging up.

    `after` is seconds after the prompt's end, or after its beginning where the reply `interrupts`.
    """

    keys: str = ""
    speech: str = ""
    hangs_up: bool = False
    after: float = 1.0
    interrupts: bool = False


@dataclass(frozen=True)
class Answer:
    """What somebody who listens answers when these words are `asked`: each reply once, and the last from then on."""

    asked: str
    replies: tuple[Reply, ...]


@dataclass(frozen=True)
class Moment:
    """The nth time something is done to a phone ("say", "gather", "dial", "bridge"), and seconds into it."""

    verb: str
    nth: int = 1
    after: float = 1.0


@dataclass(frozen=True)
class Screens:
    """A phone that answers strangers by itself: it says `says`, listens, shows what it heard, and only then rings.

    It rings `rings_after` seconds after it picked up. Its person takes it another `taken_after` seconds later; None is
    never.
    """

    says: str
    rings_after: float
    taken_after: float | None = None


@dataclass(frozen=True)
class Behaviour:
    """Everything a script says about one phone; times in seconds."""

    pickup: Pickup = Pickup.BY_HAND
    after: float = 4.0
    greeting: str = ""
    lines: tuple[str, ...] = ()
    replies: tuple[Reply, ...] = ()
    answers: tuple[Answer, ...] = ()
    talks_for: float | None = None
    ender: Ender = Ender.OFFICE
    stays: float | None = None
    leaves_during: Moment | None = None
    error: int = 0
    screens: Screens | None = None
