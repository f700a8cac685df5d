"""The supporter's phone rings."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.rehearsal.choices import Choice, Do
from app.rehearsal.phases.phase import Phase, ends
from app.rehearsal.stage import Stage
from app.rehearsal.told import SUPPORTER_RINGS, Caption, Offer, Phones, Tone, Who
from models import LegStatus


@dataclass(frozen=True)
class Becomes:
    """What may become of it: on the button, in the dialogue, and as the carrier tells it where the call ends so."""

    label: str
    told: str
    tone: Tone = Tone.USUAL
    is_said: bool = False
    ends: LegStatus | None = None


ANSWERED, MACHINE, SCREENED, NO_ANSWER, DECLINED = "answered", "machine", "screened", "no-answer", "declined"
GREETING = "Hi, you have reached my voicemail. Please leave a message after the tone."
SCREENS = "The phone answers by itself, asks who is calling, and rings only when it has shown what it heard."
MAY_BECOME: Mapping[str, Becomes] = {
    ANSWERED: Becomes("Pick up", "The supporter picks up.", Tone.GO),
    MACHINE: Becomes("Their voicemail answers", GREETING, is_said=True),
    SCREENED: Becomes("Their phone screens the call", SCREENS),
    NO_ANSWER: Becomes("Let it ring", "Nobody picks up.", ends=LegStatus.NO_ANSWER),
    DECLINED: Becomes("Decline", "The supporter declines the call.", Tone.STOP, ends=LegStatus.BUSY),
}


@dataclass(frozen=True)
class Ringing:
    """It does until somebody, or a machine, or nobody picks up; `then` the program speaks."""

    stage: Stage
    then: Callable[[], Phase]
    phones: Phones = SUPPORTER_RINGS

    def offers(self) -> Sequence[Offer]:
        """What may become of it."""
        return [Offer(Choice(Do.PHONE, what), Who.SUPPORTER, it.label, it.tone) for what, it in MAY_BECOME.items()]

    def takes(self, choice: Choice) -> Phase:
        """Pick up, or not."""
        becomes = MAY_BECOME[choice.value]
        self.stage.captions.append(Caption(Who.SUPPORTER, becomes.told, is_act=not becomes.is_said))
        return ends(self.stage, becomes.ends) if becomes.ends else self.then()


def rings(stage: Stage, then: Callable[[], Phase]) -> Phase:
    """We ring them."""
    stage.told(Who.SUPPORTER, "The supporter's phone rings.")
    return Ringing(stage, then)
