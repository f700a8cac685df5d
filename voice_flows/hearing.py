"""Which key somebody meant who spoke instead of pressing one."""

import re
from collections.abc import Container

from voice_flows.words import SPOKEN_KEYS

WORD = re.compile(r"[^\W_]+")
MOST_WORDS = 6  # a longer answer is a sentence, and was not meant for us


def key_said(speech: str, language: str, keys: Container[str]) -> str:
    """The key that the words stand for, of those that lead somewhere; empty where none or several fit."""
    words = WORD.findall(speech.casefold())
    if len(words) > MOST_WORDS:
        return ""
    known = SPOKEN_KEYS.get(language, {})
    meant = {key for key, said in known.items() if key in keys and _says(words, speech.casefold(), said)}
    digits = {word for word in words if word in keys and len(word) == 1}
    found = meant | digits
    return found.pop() if len(found) == 1 else ""


def _says(words: list[str], speech: str, said: tuple[str, ...]) -> bool:
    """Whether one of these words was said; Chinese has no spaces between its words."""
    return any(word in words or (not word.isascii() and word in speech) for word in said)
