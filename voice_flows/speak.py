"""Turns words and what is known into something to say."""

import re
from collections.abc import Mapping

from voice_flows.blanks import fill_blanks, name_blank
from voice_flows.known import Known
from voice_flows.verbs import Play, Say, Spoken
from voice_flows.words import WORDS

ENGLISH = "en"


def spoken_number(number: str) -> str:
    """A telephone number digit by digit in groups, so that a voice does not read it as a quantity."""
    digits = re.sub(r"\D", "", number)[-10:]
    return ", ".join(" ".join(group) for group in (digits[:3], digits[3:6], digits[6:]))


def built_in(key: str, language: str) -> tuple[str, str]:
    """The language of the built-in words and the words, in English where there are none in `language`."""
    words = WORDS.get(language, {}).get(key)
    return (ENGLISH, WORDS[ENGLISH][key]) if words is None else (language, words)


def blank_values(known: Known) -> Mapping[str, object]:
    """What the blanks of prompts are filled with."""
    return vars(known) | {"campaign_number": spoken_number(known.campaign_number)}


def say(key: str, known: Known, *, pause: float = 0.4) -> Spoken:
    """The campaign's own prompt under `key`, else the built-in words; blanks filled."""
    language, words = built_in(key, known.language)
    own, values = known.prompts.get(key), blank_values(known)
    if own is None:
        return Say(fill_blanks(words, values), language, pause)
    text = fill_blanks(own.text, values)
    if not own.url:
        return Say(text, known.language, pause)
    return Play(own.url, text, known.language, pause, name=str(values.get(name_blank(words), "")))


def plain(key: str, language: str = ENGLISH) -> Say:
    """Words without blanks, for when nothing is known of the call."""
    language, words = built_in(key, language)
    return Say(words, language)
