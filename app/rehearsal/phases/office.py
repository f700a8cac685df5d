"""The office's phone rings: what becomes of its line, or why it is not rung at all."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.calls.steps.heard import BridgeEnd
from app.rehearsal.choices import Choice, Do
from app.rehearsal.phases.phase import HANGS_UP, Phase, hangs_up
from app.rehearsal.phases.talking import HEARD_FROM_MANY, MESSAGE, STREET_ADDRESS, Talking
from app.rehearsal.stage import Stage
from app.rehearsal.told import OFFICE_RINGS, Offer, Phones, Tone, Who
from models import LegStatus


@dataclass(frozen=True)
class PicksUp:
    """Who picks up: what they say first, what the supporter does then, and what may be said after that."""

    says: str
    supporter: str
    left: tuple[str, ...] = ()


PERSON, VOICEMAIL, MAILBOX_FULL = "answered", "voicemail", "mailbox-full"
BUSY, NO_ANSWER, FAILED = "busy", "no-answer", "failed"

PICKS_UP: Mapping[str, PicksUp] = {
    PERSON: PicksUp(
        "Good afternoon, State House. How can I help you?",
        "(They say their name, their town, and read the script.)",
        (STREET_ADDRESS, HEARD_FROM_MANY),
    ),
    VOICEMAIL: PicksUp("You have reached the office. Please leave your name, your town and a message.", "", (MESSAGE,)),
    MAILBOX_FULL: PicksUp("You have reached the office. This mailbox is full. Goodbye.", ""),
}
STAYS_SILENT: Mapping[str, tuple[LegStatus, str]] = {
    BUSY: (LegStatus.BUSY, "The office's line is busy."),
    NO_ANSWER: (LegStatus.NO_ANSWER, "Nobody picks up at the office."),
    FAILED: (LegStatus.FAILED, "The office's number cannot be reached."),
}
LABELS: Mapping[str, str] = {
    PERSON: "Pick up",
    VOICEMAIL: "Their machine answers",
    MAILBOX_FULL: "Their mailbox is full",
    BUSY: "The line is busy",
    NO_ANSWER: "Let it ring",
    FAILED: "The number is out of service",
    "closed": "It is night: the office is closed",
    "waits_turn": "Others of us are on the line",
    "resting": "It was busy a moment ago",
    "held_back": "We hold the office back from now on",
}


@dataclass(frozen=True)
class AtTheOffice:
    """It rings. `instead` names the steps to which the call may be `led` in place of that."""

    stage: Stage
    rank: int
    instead: tuple[str, ...]
    then: Callable[[BridgeEnd], Phase]
    led: Callable[[str], Phase]
    phones: Phones = OFFICE_RINGS

    def offers(self) -> Sequence[Offer]:
        """What may become of the line; the supporter may hang up."""
        return [*(_offer(what) for what in (*PICKS_UP, *STAYS_SILENT, *self.instead)), HANGS_UP]

    def takes(self, choice: Choice) -> Phase:
        """Pick up, or not."""
        what = choice.value
        if choice.do is Do.HANG_UP:
            self.stage.reports(LegStatus.CANCELED, self.rank)
            return hangs_up(self.stage)
        if what in self.instead:
            return self.led(what)
        return self._picks_up(PICKS_UP[what]) if what in PICKS_UP else self._stays_silent(*STAYS_SILENT[what])

    def _picks_up(self, how: PicksUp) -> Phase:
        self.stage.reports(LegStatus.IN_PROGRESS, self.rank)
        self.stage.said(Who.OFFICE, how.says)
        if how.supporter:
            self.stage.said(Who.SUPPORTER, how.supporter)
        return Talking(self.stage, self.rank, how.left, self.then)

    def _stays_silent(self, status: LegStatus, told: str) -> Phase:
        self.stage.told(Who.OFFICE, told)
        return self.then(BridgeEnd(status, self.stage.bridge_leg, 0))


def _offer(what: str) -> Offer:
    tone = Tone.GO if what == PERSON else Tone.USUAL
    return Offer(Choice(Do.LINE, what), Who.OFFICE, LABELS[what], tone)
