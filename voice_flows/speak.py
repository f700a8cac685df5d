"""Turns words and what is known into something to say."""

import re
from collections.abc import Mapping

from voice_flows.blanks import NAMES, fill_blanks, name_blank
from voice_flows.known import Known
from voice_flows.verbs import Ask, Hears, Play, Say, Spoken
from voice_flows.words import TITLES, WORDS, ZIP_CODE

NUMBERS = ("campaign_number", "office_number")
NO_WORDS: Mapping[str, tuple[str, ...]] = {}


def spoken_number(number: str) -> str:
    """A telephone number digit by digit in groups, so that a voice does not read it as a quantity."""
    digits = re.sub(r"\D", "", number)[-10:]
    if not digits:
        return number
    return ", ".join(" ".join(group) for group in (digits[:3], digits[3:6], digits[6:]))


def titled(name: str, language: str) -> str:
    """A name that begins with an English title, with what the language makes of that title."""
    return retitled(name, TITLES[language])


def retitled(name: str, titles: Mapping[str, str]) -> str:
    """A name with another title in place of its English one."""
    title, _, rest = name.partition(" ")
    return f"{titles[title]} {rest}".strip() if rest and title in titles else name


def spoken_place(place: str, language: str) -> str:
    """A place; a ZIP code is called so in the language, and read digit by digit."""
    return re.sub(r"ZIP code (\d+)", lambda code: f"{ZIP_CODE[language]} {' '.join(code[1])}", place)


def blank_values(known: Known, **further: object) -> Mapping[str, object]:
    """What the blanks of prompts are filled with, as the call's language says it; `further` are other blanks."""
    language = known.language
    values = vars(known) | {name: spoken_number(getattr(known, name)) for name in NUMBERS} | further
    values["place"] = spoken_place(known.place, language)
    return values | {name: titled(str(values[name]), language) for name in NAMES if name in values}


def say(key: str, known: Known, *, pause: float = 0.4, **blanks: object) -> Spoken:
    """The campaign's own prompt under `key`, else the built-in words; blanks filled, `blanks` are further ones."""
    language, words = known.language, WORDS[known.language][key]
    own, values = known.prompts.get(key), blank_values(known, **blanks)
    if own is None:
        return Say(fill_blanks(words, values), language, pause)
    text = fill_blanks(own.text, values)
    if not own.url:
        return Say(text, language, pause)
    return Play(own.url, text, language, pause, name=str(values.get(name_blank(words), "")))


def ask(
    known: Known,
    *says: Spoken,
    keys: Mapping[str, str],
    otherwise: str,
    hears: Hears = Hears.KEY_OR_WORD,
    wait_seconds: int = 8,
    hints: tuple[str, ...] = (),
    words: Mapping[str, tuple[str, ...]] = NO_WORDS,
) -> tuple[Ask]:
    """A question in the call's language, as all that a step does."""
    return (Ask(says, keys, otherwise, wait_seconds, hears, known.language, hints, words),)


def plain(key: str, language: str = "en") -> Say:
    """Words without blanks, for when nothing is known of the call."""
    return Say(WORDS[language][key], language)
