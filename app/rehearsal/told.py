"""What a rehearsal shows: the dialogue so far, how both phones are, what may be done now, what the log would say."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.calls.shown.log.row import LogRow
from app.rehearsal.choices import Choice, Do


class Who(StrEnum):
    """Who speaks, or does something."""

    PROGRAM = "program"
    SUPPORTER = "supporter"
    OFFICE = "office"


@dataclass(frozen=True)
class Caption:
    """One line of the dialogue. An act is told about somebody, and is nothing they say; `keys` were pressed."""

    who: Who
    text: str
    language: str = "en"
    keys: str = ""
    is_act: bool = False
    is_recorded: bool = False


class Tone(StrEnum):
    """What a button looks like, if not like any other."""

    USUAL = "usual"
    GO = "go"  # picks up
    STOP = "stop"  # hangs up


@dataclass(frozen=True)
class Offer:
    """Something that may be done now, on whose phone, or on the program's page.

    What is typed is the choice's value; `suggestion` stands there before anybody types.
    """

    choice: Choice
    who: Who
    label: str
    tone: Tone = Tone.USUAL
    is_typed: bool = False
    suggestion: str = ""

    @property
    def key(self) -> str:
        """The key of the phone that it is, if it is one."""
        return self.choice.value if self.choice.do is Do.KEY else ""

    def takes(self, text: str) -> Choice | None:
        """The choice that this text is, if it is this one."""
        if not self.is_typed:
            return self.choice if text == str(self.choice) else None
        do, _, value = text.partition(" ")
        return Choice(self.choice.do, value) if do == self.choice.do and value else None


class Phone(StrEnum):
    """How a phone is."""

    QUIET = "quiet"
    RINGS = "ringing"
    TALKS = "talking"


@dataclass(frozen=True)
class Phones:
    """How both phones are."""

    supporter: Phone = Phone.QUIET
    office: Phone = Phone.QUIET


QUIET = Phones()
SUPPORTER_RINGS = Phones(supporter=Phone.RINGS)
SUPPORTER_LISTENS = Phones(supporter=Phone.TALKS)
OFFICE_RINGS = Phones(supporter=Phone.TALKS, office=Phone.RINGS)
CONNECTED = Phones(supporter=Phone.TALKS, office=Phone.TALKS)


@dataclass(frozen=True)
class Story:
    """A rehearsal so far: `choices` led here; without offers it is over, and `log` is what the log would say.

    The captions from `new_from` on are what the last choice led to.
    """

    captions: Sequence[Caption]
    new_from: int
    offers: Sequence[Offer]
    phones: Phones
    choices: Sequence[str]
    log: LogRow | None

    @property
    def is_over(self) -> bool:
        """Whether nothing more can be done."""
        return not self.offers
