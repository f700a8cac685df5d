"""Turns words and what is known into something to say."""

import re
from collections.abc import Mapping
from dataclasses import asdict

from voice_flows.known import Known
from voice_flows.verbs import Ask, Hears, Say
from voice_flows.words import WORDS

NUMBERS = ("campaign_number", "office_number")


def spoken_number(number: str) -> str:
    """A telephone number digit by digit in groups, so that a voice does not read it as a quantity."""
    digits = re.sub(r"\D", "", number)[-10:]
    if not digits:
        return number
    return ", ".join(" ".join(group) for group in (digits[:3], digits[3:6], digits[6:]))


def say(key: str, known: Known, *, pause: float = 0.4, **blanks: object) -> Say:
    """The words under `key` in the call's language, their blanks filled; `blanks` are further ones."""
    known_blanks = asdict(known) | {name: spoken_number(getattr(known, name)) for name in NUMBERS}
    return Say(WORDS[known.language][key].format(**known_blanks | blanks), known.language, pause)


def ask(
    known: Known,
    *says: Say,
    keys: Mapping[str, str],
    otherwise: str,
    hears: Hears = Hears.KEY_OR_WORD,
    wait_seconds: int = 8,
    hints: tuple[str, ...] = (),
) -> tuple[Ask]:
    """A question in the call's language, as all that a step does."""
    return (Ask(says, keys, otherwise, wait_seconds, hears, known.language, hints),)


def plain(key: str, language: str = "en") -> Say:
    """Words without blanks, for when nothing is known of the call."""
    return Say(WORDS[language][key], language)
