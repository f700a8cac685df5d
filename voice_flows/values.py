"""What the blanks of prompts are filled with, as a language says it and in the voice that can."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from voice_flows.known import Known
from voice_flows.names import Label, OwnTitle, Titled
from voice_flows.said.as_people_say import elsewhere, in_english
from voice_flows.said.parts import ENGLISH, Part, Parts, around, joined, text_of
from voice_flows.words import ADDRESS_MARKS, DISTRICT, TITLES, ZIP_CODE

A_NUMBER = re.compile(r"(?:\+?1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}")
ENGLISH_NAME = re.compile(r"[ -~\u00a0-\u024f]+")  # a group may have a name in characters of its own


@dataclass(frozen=True)
class Words:
    """Words that are read in this language, whatever that of the call."""

    text: str
    language: str = ENGLISH


def spoken_number(number: str) -> str:
    """A telephone number digit by digit in groups, so that a voice does not read it as a quantity."""
    digits = re.sub(r"\D", "", number)[-10:]
    if not digits:
        return number
    return ", ".join(" ".join(group) for group in (digits[:3], digits[3:6], digits[6:]))


def spoken_address(address: str, language: str) -> Parts:
    """The address of a page as one tells it on the phone: its marks by their names."""
    marks = dict(zip("./-:", ADDRESS_MARKS[language], strict=True))
    shown = re.split(r"([./:-])", re.sub(r"^https?://", "", address))
    told = (Part(marks[it], language) if it in marks else Part(it, ENGLISH) for it in shown if it)
    spaced = [part for one in told for part in (one, Part(" ", one.language))]
    return joined(spaced[:-1])


def with_numbers_spoken(text: str) -> str:
    """A text with its telephone numbers said so."""
    return A_NUMBER.sub(lambda found: spoken_number(found[0]), text)


def as_said(text: str, language: str) -> str:
    """A text with its bills and, in English, its ordinals as one says them."""
    return in_english(text) if language == ENGLISH else elsewhere(text)


def parts_in(language: str, value: object) -> Parts:
    """A value as the language says it: names with its titles, a ZIP code digit by digit, all else as it is."""
    match value:
        case Titled(is_district=True):
            return around(DISTRICT[language], _name(value.name, language), language)
        case Titled():
            return _titled(value, language)
        case Label(zip_code=digits) if digits:
            return (Part(f"{ZIP_CODE[language]} {' '.join(digits)}", language),)
        case Label():
            return _name(value.name, language)
        case Words():
            return (Part(as_said(value.text, value.language), value.language),)
    return value if isinstance(value, tuple) else (Part(str(value), language),)


def spoken_in(language: str, value: object) -> str:
    """The same as one text."""
    return text_of(parts_in(language, value))


def _titled(value: Titled, language: str) -> Parts:
    title = value.title
    if not title:
        return _name(value.name, language)
    own = title.said(language) if isinstance(title, OwnTitle) else TITLES[language][title]
    in_its_own = isinstance(title, OwnTitle) and own == title.english
    before = Part(f"{own} " if own else "", ENGLISH if in_its_own else language)
    return joined((before, *_name(value.name, language)))


def _name(name: str, language: str) -> Parts:
    """Whatever has a name here has an English one, or one of its own letters."""
    is_english = language == ENGLISH or ENGLISH_NAME.fullmatch(name)
    return (Part(in_english(name), ENGLISH if is_english else language),) if name else ()


# What the blanks of prompts are filled with.
BLANKS: Mapping[str, Callable[[Known], object]] = {
    "group": lambda known: Label(known.campaign.group_said or known.campaign.group),
    "subject": lambda known: Words(known.campaign.subject, known.language if known.campaign.subject_own else ENGLISH),
    "campaign_number": lambda known: spoken_number(known.campaign.number),
    "town": lambda known: Label(known.caller.town),
    "place": lambda known: known.caller.place,
    "representative": lambda known: known.office.representative,
    "next_representative": lambda known: known.office.next_representative,
    "passed_over": lambda known: known.office.passed_over,
    "nth": lambda known: known.office.nth,
    "total": lambda known: known.office.total,
    "ahead": lambda known: known.line.ahead,
    "place_in_line": lambda known: known.line.ahead + 1,
    "opens": lambda known: known.line.opens,
    "booked": lambda known: known.line.booked,
    "back": lambda known: known.line.back,
    "code": lambda known: " ".join(known.line.code),
    "instead": lambda known: spoken_number(known.line.instead),
    "page": lambda known: spoken_address(known.line.page, known.language),
}


class BlankParts(Mapping[str, Parts]):
    """What blanks are filled with, in parts: each once it is asked for; few words have any. `further` are others."""

    def __init__(self, known: Known, **further: object) -> None:
        self._known, self._further = known, further

    def __getitem__(self, name: str) -> Parts:
        value = self._further[name] if name in self._further else BLANKS[name](self._known)
        return parts_in(self._known.language, value)

    def __contains__(self, name: object) -> bool:
        return name in self._further or name in BLANKS

    def __iter__(self) -> Iterator[str]:
        return iter({**BLANKS, **self._further})

    def __len__(self) -> int:
        return len({**BLANKS, **self._further})


class BlankValues(Mapping[str, str]):
    """The same as texts, for pages."""

    def __init__(self, known: Known, **further: object) -> None:
        self._parts = BlankParts(known, **further)

    def __getitem__(self, name: str) -> str:
        return text_of(self._parts[name])

    def __contains__(self, name: object) -> bool:
        return name in self._parts

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)
