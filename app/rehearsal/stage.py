"""One rehearsal under way: the call within the transaction that is never kept, and what was said so far."""

from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta

from app.calls.run.report import StatusReport, record_status
from app.calls.steps.at_hand import AtHand
from app.calls.steps.heard import BridgeEnd, Heard
from app.clock import EASTERN, eastern
from app.rehearsal.scene import Scene
from app.rehearsal.told import Caption, Who
from models import CallSource, LegStatus
from voice_flows.verbs import Play, Spoken

SUPPORTER = "+13395550142"  # fictional, and used by rehearsals alone
NIGHT = time(2)


@dataclass
class Stage:
    """What every phase stands on. `own` is what a step works with; `turn` counts the turns of the call.

    The captions from `new_from` on are what the last choice led to.
    """

    own: AtHand
    scene: Scene
    captions: list[Caption] = field(default_factory=list)
    call_id: int = 0
    turn: int = 0
    is_night: bool = False
    new_from: int = 0

    @property
    def leg(self) -> str:
        """By what a carrier would know the supporter's phone."""
        return f"rehearsal-{self.call_id}"

    def hears(self, keys: str = "", speech: str = "", bridge: BridgeEnd | None = None) -> AtHand:
        """What a step works with, when this is what the carrier would send."""
        caller = SUPPORTER if self.scene.source is CallSource.HOTLINE else None
        return replace(self.own, heard=Heard(self.leg, keys, speech, caller, bridge))

    def says(self, spoken: Spoken) -> None:
        """The program speaks, or plays a recording."""
        is_recorded = isinstance(spoken, Play)
        name = f" {spoken.name}" if isinstance(spoken, Play) and spoken.name else ""
        self.captions.append(Caption(Who.PROGRAM, spoken.text + name, spoken.language, is_recorded=is_recorded))

    def said(self, who: Who, *sentences: str) -> None:
        """Somebody says something, one sentence a line."""
        self.captions += [Caption(who, sentence) for sentence in sentences]

    def pressed(self, keys: str) -> None:
        """The supporter presses keys."""
        self.captions.append(Caption(Who.SUPPORTER, "", keys=keys))

    def told(self, who: Who, act: str) -> None:
        """Somebody does something, or something happens to their phone."""
        self.captions.append(Caption(who, act, is_act=True))

    def reports(self, status: LegStatus, rank: int | None = None) -> None:
        """The carrier tells what became of a phone: of the supporter's, or of the office's at `rank`."""
        leg = self.leg if rank is None else self.bridge_leg
        report = StatusReport(leg, rank, status, status, self.own.clock(), None, {})
        record_status(self.own.work, self.call_id, report)

    @property
    def bridge_leg(self) -> str:
        """By what a carrier would know the office's phone: another one in every turn."""
        return f"{self.leg}-office-{self.turn}"

    def becomes_night(self) -> None:
        """From now on it is the night to come, when every office is closed."""
        night = _night_after(self.own.clock())
        settings = self.own.settings.model_copy(update={"always_open": False})
        self.is_night = True
        self.own = replace(self.own, clock=lambda: night, settings=settings)


def _night_after(moment: datetime) -> datetime:
    there = eastern(moment)
    return datetime.combine(there.date() + timedelta(days=there.time() >= NIGHT), NIGHT, EASTERN)
