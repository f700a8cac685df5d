"""Fields of a campaign's texts: what is kept of what was typed."""

import re
from dataclasses import dataclass

from app.serving.forms import Text
from voice_flows.script import BLANK

ANY_BRACKETS = re.compile(r"[\[\uff3b\u3010]([^\[\]\uff3b\uff3d\u3010\u3011\n]*)[\]\uff3d\u3011]")  # Chinese ones too


@dataclass(frozen=True)
class WithBlanks(Text):
    """A text of lines in which a blank in the brackets of a Chinese keyboard becomes ours."""

    def of(self, typed: str) -> str:
        """What is kept."""
        return ANY_BRACKETS.sub(_as_ours, super().of(typed))


def _as_ours(bracketed: re.Match[str]) -> str:
    blank = f"[{bracketed[1].strip()}]"
    return blank if BLANK.fullmatch(blank) else bracketed[0]
