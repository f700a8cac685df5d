"""Turns words and what is known into something to say."""

import re
from dataclasses import asdict

from voice_flows.known import Known
from voice_flows.verbs import Say
from voice_flows.words import WORDS


def spoken_number(number: str) -> str:
    """A telephone number digit by digit in groups, so that a voice does not read it as a quantity."""
    digits = re.sub(r"\D", "", number)[-10:]
    return ", ".join(" ".join(group) for group in (digits[:3], digits[3:6], digits[6:]))


def say(key: str, known: Known, *, pause: float = 0.4) -> Say:
    """The words under `key` in the call's language, their blanks filled."""
    blanks = asdict(known) | {"campaign_number": spoken_number(known.campaign_number)}
    return Say(WORDS[known.language][key].format(**blanks), known.language, pause)


def plain(key: str, language: str = "en") -> Say:
    """Words without blanks, for when nothing is known of the call."""
    return Say(WORDS[language][key], language)
