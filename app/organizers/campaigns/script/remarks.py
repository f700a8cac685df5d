"""What there is to say of a script as it is written: blanks it lacks, brackets nobody fills, what is long to hear."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.campaigns.texts import ENGLISH
from voice_flows.length import portions, seconds_to_say
from voice_flows.script import BLANK, FIELDS, paragraphs

BRACKETED = re.compile(r"\[[^\[\]\n]*\]")
LONG_TO_HEAR = 60  # seconds of a script, before whoever hears it is connected
LONG_PARAGRAPH = 25


class About(StrEnum):
    """What a remark is about."""

    NOBODY_FILLS = "nobody-fills"  # `what` stands in brackets
    LACKS_NAME = "lacks-name"
    LACKS_TOWN = "lacks-town"
    LACKS_WHOM = "lacks-whom"
    LONG = "long"  # `many` seconds
    LONG_PARAGRAPH = "long-paragraph"  # the `nth`, of `many` seconds
    TOO_LONG_AT_ONCE = "too-long-at-once"  # the `nth`, said in `many` portions


@dataclass(frozen=True)
class Remark:
    """One thing to look at."""

    about: About
    what: str = ""
    nth: int = 0
    many: int = 0


WANTED: Mapping[About, frozenset[str]] = {
    About.LACKS_NAME: frozenset({"name"}),
    About.LACKS_TOWN: frozenset({"town"}),
    About.LACKS_WHOM: frozenset({"representative", "office"}),
}
ALL, WHOM = tuple(WANTED), (About.LACKS_WHOM,)
WANTED_IN: Mapping[str, tuple[About, ...]] = {"script": ALL, "voicemail_script": ALL, "thanks_script": WHOM}


def remarks(name: str, text: str) -> tuple[Remark, ...]:
    """All there is to say of the English text of this name; nothing of an empty one."""
    return (*_strange(text), *_lacking(name, text), *_long(text)) if text else ()


def nobody_fills(text: str) -> tuple[str, ...]:
    """What stands in brackets and is none of our blanks, each once: it would be read out as it stands."""
    return tuple(dict.fromkeys(it for it in BRACKETED.findall(text) if not BLANK.fullmatch(it)))


def _strange(text: str) -> Iterator[Remark]:
    return (Remark(About.NOBODY_FILLS, what) for what in nobody_fills(text))


def _lacking(name: str, text: str) -> Iterator[Remark]:
    there = {FIELDS[blank[1].lower()] for blank in BLANK.finditer(text)}
    return (Remark(lacks) for lacks in WANTED_IN[name] if not there & WANTED[lacks])


def _long(text: str) -> Iterator[Remark]:
    seconds = round(seconds_to_say(text, ENGLISH))
    if seconds > LONG_TO_HEAR:
        yield Remark(About.LONG, many=seconds)
    for nth, paragraph in enumerate(paragraphs(text), start=1):
        at_once = len(portions(paragraph))
        if at_once > 1:
            yield Remark(About.TOO_LONG_AT_ONCE, nth=nth, many=at_once)
        elif (takes := round(seconds_to_say(paragraph, ENGLISH))) > LONG_PARAGRAPH:
            yield Remark(About.LONG_PARAGRAPH, nth=nth, many=takes)
