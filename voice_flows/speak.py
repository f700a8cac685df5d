"""Turns words and what is known into something to say."""

import re
from collections.abc import Mapping

from voice_flows.blanks import fill_blanks, name_blank
from voice_flows.known import Known
from voice_flows.names import Label, Titled
from voice_flows.verbs import Ask, Hears, Play, Say, Spoken
from voice_flows.words import TITLES, WORDS, ZIP_CODE

NO_WORDS: Mapping[str, tuple[str, ...]] = {}


def spoken_number(number: str) -> str:
    """A telephone number digit by digit in groups, so that a voice does not read it as a quantity."""
    digits = re.sub(r"\D", "", number)[-10:]
    if not digits:
        return number
    return ", ".join(" ".join(group) for group in (digits[:3], digits[3:6], digits[6:]))


def spoken_in(language: str, value: object) -> str:
    """A value as the language says it: names with its titles, a ZIP code digit by digit, all else as it is."""
    if isinstance(value, Titled):
        return value.said(TITLES[language])
    if isinstance(value, Label):
        return value.said(ZIP_CODE[language])
    return str(value)


def blank_values(known: Known, **further: object) -> Mapping[str, str]:
    """What the blanks of prompts are filled with, as the call's language says it; `further` are other blanks."""
    campaign, caller, office, line = known.campaign, known.caller, known.office, known.line
    values: dict[str, object] = {
        "group": campaign.group,
        "subject": campaign.subject,
        "campaign_number": spoken_number(campaign.number),
        "town": caller.town,
        "place": caller.place,
        "representative": office.representative,
        "next_representative": office.next_representative,
        "passed_over": office.passed_over,
        "nth": office.nth,
        "total": office.total,
        "ahead": line.ahead,
        "opens": line.opens,
        "booked": line.booked,
    }
    return {name: spoken_in(known.language, value) for name, value in (values | further).items()}


def say(key: str, known: Known, *, pause: float = 0.4, **blanks: object) -> Spoken:
    """The campaign's own prompt under `key`, else the built-in words; blanks filled, `blanks` are further ones."""
    language, words = known.language, WORDS[known.language][key]
    own, values = known.campaign.prompts.get(key), blank_values(known, **blanks)
    if own is None:
        return Say(fill_blanks(words, values), language, pause)
    text = fill_blanks(own.text, values)
    if not own.url:
        return Say(text, language, pause)
    return Play(own.url, text, language, pause, name=values.get(name_blank(words), ""))


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
