"""What every phase of a rehearsal is, and the last one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from app.rehearsal.choices import Choice, Do
from app.rehearsal.stage import Stage
from app.rehearsal.told import QUIET, Offer, Phones, Tone, Who
from models import LegStatus


class Phase(Protocol):
    """Where a rehearsal is."""

    @property
    def phones(self) -> Phones:
        """How both phones are."""

    def offers(self) -> Sequence[Offer]:
        """What may be done now; nothing once it is over."""

    def takes(self, choice: Choice) -> "Phase":
        """Do one of these, and see what follows."""


@dataclass(frozen=True)
class Over:
    """Nothing follows."""

    phones: Phones = QUIET

    def offers(self) -> Sequence[Offer]:
        """Nothing."""
        return ()

    def takes(self, choice: Choice) -> Phase:
        """Nothing can be done.

        Raises:
            LookupError: somebody tried.
        """
        raise LookupError(choice)


HANGS_UP = Offer(Choice(Do.HANG_UP), Who.SUPPORTER, "Hang up", Tone.STOP)


def ends(stage: Stage, status: LegStatus = LegStatus.COMPLETED) -> Phase:
    """The supporter's phone is quiet again: the carrier tells so, and the call is over."""
    stage.reports(status)
    return Over()


def hangs_up(stage: Stage) -> Phase:
    """The supporter has enough."""
    stage.told(Who.SUPPORTER, "The supporter hangs up.")
    return ends(stage)
