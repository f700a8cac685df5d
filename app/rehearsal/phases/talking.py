"""Both are connected: what people at an office say, and a machine."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.calls.steps.heard import BridgeEnd
from app.rehearsal.choices import Choice, Do
from app.rehearsal.phases.phase import HANGS_UP, Phase, hangs_up
from app.rehearsal.stage import Stage
from app.rehearsal.told import CONNECTED, Offer, Phones, Tone, Who
from app.telephony.profiles import profile_of
from models import LegStatus

TALK_SECONDS = 42
STREET_ADDRESS, HEARD_FROM_MANY, MESSAGE = "street-address", "heard-from-many", "message"


@dataclass(frozen=True)
class Exchange:
    """Something that may be said, by whom it is begun, and what both say then."""

    who: Who
    label: str
    office: str = ""
    supporter: str = ""


EXCHANGES: Mapping[str, Exchange] = {
    STREET_ADDRESS: Exchange(
        Who.OFFICE,
        "Ask for a street address",
        "Thank you. May I have your street address, please?",
        "Of course. (They say where they live.)",
    ),
    HEARD_FROM_MANY: Exchange(
        Who.OFFICE,
        "Say “we have heard from many”",
        "We have heard from many people about this. I will pass it on.",
        "Thank you. That is good to hear.",
    ),
    MESSAGE: Exchange(
        Who.SUPPORTER, "Leave a message", supporter="(They leave their name, their town and what they ask for.)"
    ),
}
LEAVES = Offer(Choice(Do.KEY, "*"), Who.SUPPORTER, "Leave the office")
OFFICE_HANGS_UP = Offer(Choice(Do.OFFICE_HANGS_UP), Who.OFFICE, "Hang up", Tone.STOP)


@dataclass(frozen=True)
class Talking:
    """They talk until one of them hangs up; `left` is what may still be said, and `then` the program is back."""

    stage: Stage
    rank: int
    left: tuple[str, ...]
    then: Callable[[BridgeEnd], Phase]
    phones: Phones = CONNECTED

    def offers(self) -> Sequence[Offer]:
        """What may be said, and both may hang up."""
        exchanges = [(what, EXCHANGES[what]) for what in self.left]
        said = [Offer(Choice(Do.TALK, what), one.who, one.label) for what, one in exchanges]
        leaves = [LEAVES] if profile_of(self.stage.own.settings).can.star_leaves else []
        return [*said, *leaves, HANGS_UP, OFFICE_HANGS_UP]

    def takes(self, choice: Choice) -> Phase:
        """Go on talking, or hang up."""
        match choice.do:
            case Do.TALK:
                return self._talks(choice.value)
            case Do.HANG_UP:
                self.stage.reports(LegStatus.COMPLETED, self.rank)
                return hangs_up(self.stage)
            case Do.KEY:
                self.stage.pressed(choice.value)
            case _:
                self.stage.told(Who.OFFICE, "The office hangs up.")
        return self.then(BridgeEnd(LegStatus.COMPLETED, self.stage.bridge_leg, TALK_SECONDS))

    def _talks(self, what: str) -> Phase:
        exchange = EXCHANGES[what]
        for who, text in ((Who.OFFICE, exchange.office), (Who.SUPPORTER, exchange.supporter)):
            if text:
                self.stage.said(who, text)
        return replace(self, left=tuple(one for one in self.left if one != what))
