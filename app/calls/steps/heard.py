"""What the carrier sent with a turn, as a value in our words: a step needs no request."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.calls.life.legs import LegNews
from app.telephony.outcomes import LINE_OUTCOME
from models import LegStatus
from voice_flows.hearing import key_said
from voice_flows.verbs import Ask, Hears


@dataclass(frozen=True)
class Heard:
    """Keys and words (empty for silence), who dialed in, and how a bridge to an office ended, if one just did.

    `caller` is None where the number is withheld or none that we could ring; `sid` names the leg that the turn is on.
    """

    sid: str = ""
    keys: str = ""
    words: str = ""
    caller: str | None = None
    bridge: LegStatus | None = None
    bridge_sid: str = ""
    bridge_seconds: int | None = None
    form: Mapping[str, str] = field(default_factory=dict)

    def answer_to(self, question: Ask | None, language: str) -> str:
        """A key, or a word that stands for one; at a question for a place, what was said."""
        if question and question.hears is Hears.PLACE:
            return self.keys or self.words
        if self.keys or question is None or question.hears is Hears.KEY:
            return self.keys if len(self.keys) == 1 else ""
        return key_said(self.words, language, question.keys, question.words)

    @property
    def line(self) -> str | None:
        """What the office's line showed, None where no bridge has just ended."""
        return LINE_OUTCOME.get(self.bridge) if self.bridge else None

    def news_of(self, rank: int) -> LegNews | None:
        """What the end of a bridge says of the leg to the office at `rank`."""
        if self.bridge is None:
            return None
        # Not every carrier names the leg; then it is known by the leg it was dialled from.
        sid = self.bridge_sid or f"{self.sid}-office-{rank}"
        return LegNews(sid, rank, self.bridge, ended_at=None, duration=self.bridge_seconds)
