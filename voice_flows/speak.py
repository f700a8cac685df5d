"""Turns words and what is known into something to say."""

import re
from collections.abc import Callable, Iterator, Mapping

from voice_flows.blanks import fill_blanks, name_blank
from voice_flows.known import Known
from voice_flows.names import Label, Titled
from voice_flows.verbs import Ask, Hears, Play, Say, Spoken
from voice_flows.words import ADDRESS_MARKS, TITLES, WORDS, ZIP_CODE

A_NUMBER = re.compile(r"(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}")
NO_WORDS: Mapping[str, tuple[str, ...]] = {}


def spoken_number(number: str) -> str:
    """A telephone number digit by digit in groups, so that a voice does not read it as a quantity."""
    digits = re.sub(r"\D", "", number)[-10:]
    if not digits:
        return number
    return ", ".join(" ".join(group) for group in (digits[:3], digits[3:6], digits[6:]))


def spoken_address(address: str, language: str) -> str:
    """The address of a page as one tells it on the phone: its marks by their names."""
    marks = dict(zip("./-:", ADDRESS_MARKS[language], strict=True))
    shown = re.sub(r"^https?://", "", address)
    return " ".join("".join(f" {marks[it]} " if it in marks else it for it in shown).split())


def with_numbers_spoken(text: str) -> str:
    """A text with its telephone numbers said so."""
    return A_NUMBER.sub(lambda found: spoken_number(found[0]), text)


def spoken_in(language: str, value: object) -> str:
    """A value as the language says it: names with its titles, a ZIP code digit by digit, all else as it is."""
    if isinstance(value, Titled):
        return value.said(TITLES[language], language)
    if isinstance(value, Label):
        return value.said(ZIP_CODE[language])
    return str(value)


# What the blanks of prompts are filled with.
BLANKS: Mapping[str, Callable[[Known], object]] = {
    "group": lambda known: known.campaign.group,
    "subject": lambda known: known.campaign.subject,
    "campaign_number": lambda known: spoken_number(known.campaign.number),
    "town": lambda known: known.caller.town,
    "place": lambda known: known.caller.place,
    "representative": lambda known: known.office.representative,
    "next_representative": lambda known: known.office.next_representative,
    "passed_over": lambda known: known.office.passed_over,
    "nth": lambda known: known.office.nth,
    "total": lambda known: known.office.total,
    "ahead": lambda known: known.line.ahead,
    "opens": lambda known: known.line.opens,
    "booked": lambda known: known.line.booked,
    "back": lambda known: known.line.back,
    "code": lambda known: " ".join(known.line.code),
    "instead": lambda known: spoken_number(known.line.instead),
    "page": lambda known: spoken_address(known.line.page, known.language),
}


class BlankValues(Mapping[str, str]):
    """What blanks are filled with, as the call's language says it: each once it is asked for; few words have any.

    `further` are other blanks.
    """

    def __init__(self, known: Known, **further: object) -> None:
        self._known, self._further = known, further

    def __getitem__(self, name: str) -> str:
        value = self._further[name] if name in self._further else BLANKS[name](self._known)
        return spoken_in(self._known.language, value)

    def __contains__(self, name: object) -> bool:
        return name in self._further or name in BLANKS

    def __iter__(self) -> Iterator[str]:
        return iter({**BLANKS, **self._further})

    def __len__(self) -> int:
        return len({**BLANKS, **self._further})


def say(key: str, known: Known, *, pause: float = 0.4, **blanks: object) -> Spoken:
    """The campaign's own prompt under `key`, else the built-in words; blanks filled, `blanks` are further ones."""
    language, words = known.language, WORDS[known.language][key]
    own, values = known.campaign.prompts.get(key), BlankValues(known, **blanks)
    pause *= known.patience
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
    unclear: str = "",
    firm: bool = False,
) -> tuple[Ask]:
    """A question in the call's language, as all that a step does; whoever needs more time is waited for longer.

    Where silence leads to a step that does not ask, words that mean nothing lead to the one that does: `unclear`.
    """
    waits = wait_seconds * known.patience
    return (Ask(says, keys, otherwise, waits, heard(known, hears), known.language, hints, words, unclear, firm),)


def heard(known: Known, hears: Hears = Hears.KEY_OR_WORD) -> Hears:
    """What a question listens for on this call: for keys alone where the carrier understands no words."""
    return hears if known.carrier.listens else hears.by_keys()


def plain(key: str, language: str = "en") -> Say:
    """Words without blanks, for when nothing is known of the call."""
    return Say(WORDS[language][key], language)
