"""Takes a place written in Chinese apart: its bare name, the state before it, and what kind of place it is."""

import re

_CHARACTER = r"[\u3007\u3400-\u9fff]"
_SPACED = re.compile(rf"(?<={_CHARACTER})\s+(?={_CHARACTER})")
_RUN = re.compile(rf"{_CHARACTER}+")
_STATE = re.compile(r"(?:美[国國])?(?:[马馬麻][萨薩][诸諸]塞州?|麻州|麻省)的?")
_KIND = re.compile(r"(?<=..)[市镇鎮]$")


def bare(text: str) -> tuple[str, bool]:
    """The text with bare names, each standing by itself, and whether Massachusetts is named: "麻省波士顿市 02128"."""
    if text.isascii():
        return text, False
    joined = _SPACED.sub("", text)
    without_state, states = _STATE.subn(" ", joined)
    return _RUN.sub(lambda run: f" {_KIND.sub('', run[0])} ", without_state), states > 0
