"""What the carrier sent with a turn, as a value in our words: a step needs no request."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.calls.begin.code import may_be_code
from app.calls.life.carrier_events import KEY, code_in
from app.calls.life.legs import LegNews
from app.telephony.outcomes import LINE_OUTCOME
from models import LegStatus, LineOutcome
from voice_flows.hearing import AGAIN, UNCLEAR, asks_again, key_said
from voice_flows.verbs import Ask

E164 = re.compile(r"\+[1-9]\d{6,14}")


@dataclass(frozen=True)
class BridgeEnd:
    """How a bridge to an office ended; not every carrier names its `leg`, or how many seconds it took."""

    status: LegStatus
    leg: str = ""
    seconds: int | None = None


@dataclass(frozen=True)
class Heard:
    """Keys and speech (empty for silence), who dialed in, and how a bridge to an office ended, if one just did.

    `caller` is None where the number is withheld or none that we could ring; `leg` is that which the turn is on.
    """

    leg: str = ""
    keys: str = ""
    speech: str = ""
    caller: str | None = None
    bridge: BridgeEnd | None = None
    form: Mapping[str, str] = field(default_factory=dict)

    def answer_to(self, question: Ask | None, language: str) -> str:
        """A key, or a word that stands for one, `AGAIN` or `UNCLEAR`; at a question for a place, what was said."""
        if question and question.hears.is_place:
            return self.keys or (AGAIN if asks_again(self.speech, language) else self.speech)
        if self.keys or question is None or not question.hears.listens:
            return self.keys if len(self.keys) == 1 else ""
        return self._key_said(question, language) if self.speech else ""

    def _key_said(self, question: Ask, language: str) -> str:
        keys = {*question.keys, AGAIN}
        return key_said(self.speech, language, keys, question.words, firm=question.firm) or UNCLEAR

    def without_keys(self) -> "Heard":
        """The same without a key that tells where somebody lives."""
        return replace(self, keys="", form={name: it for name, it in self.form.items() if name != KEY})

    @property
    def rang(self) -> str | None:
        """The number that we rang, as the carrier says it; None where somebody dialed in."""
        to = self.form.get("To", "")
        return to if self.form.get("Direction", "").startswith("outbound") and E164.fullmatch(to) else None

    @property
    def page_code(self) -> str | None:
        """The code of a page, where such keys were pressed."""
        return self.keys if may_be_code(self.keys) else None

    @property
    def line(self) -> LineOutcome | None:
        """What the office's line showed, None where no bridge has just ended."""
        return LINE_OUTCOME.get(self.bridge.status) if self.bridge else None

    @property
    def code(self) -> int | None:
        """The carrier's error code, where the office could not be rung for one."""
        return code_in(self.form) if self.bridge else None

    def news_of(self, rank: int) -> LegNews | None:
        """What the end of a bridge says of the leg to the office at `rank`."""
        if self.bridge is None:
            return None
        # A leg without a name is known by the one it was dialed from.
        sid = self.bridge.leg or f"{self.leg}-office-{rank}"
        return LegNews(sid, rank, self.bridge.status, ended_at=None, duration=self.bridge.seconds)
