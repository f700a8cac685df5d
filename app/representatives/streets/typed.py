"""Takes a street apart as somebody typed it: "1350 Mass Ave #3", "Mass Ave 1350", "corner of Elm and Main"."""

import re
import unicodedata
from dataclasses import dataclass

from app.representatives.facts.spelling import plain
from app.representatives.streets.key import street_key

LONGEST = 100  # characters; nothing longer is a street
_UNIT = re.compile(
    r"[\s,]*(?:#|\b(?:apartment|apt|unit|suite|ste|floor|fl|room|rm|bldg|building)\b\.?)[\s#]*[\w-]{1,6}(?=\W|$)"
    r"|[\s,]+\d{1,2}(?:st|nd|rd|th)\s+(?:floor|fl)\b\.?|(?<=\w)\s+u\s?[a-z]?\d+\w*\b"
)
_NUMBER_FIRST = re.compile(r"^\W*(\d{1,5})(?:\s?[a-z](?=\s)|\s?1[/\u2044]2|\s?-\s?\d{1,5}[a-z]?)?[\s,]+(?=\S)")
_NUMBER_LAST = re.compile(r"[\s,]+(\d{1,5})(?:\s?[a-z]|\s?1[/\u2044]2|\s?-\s?\d{1,5})?\W*$")
_IN_WORDS = "one two three four five six seven eight nine ten"
_NUMBERS = {word: number for number, word in enumerate(_IN_WORDS.split(), 1)}
_NUMBER_IN_WORDS = re.compile(rf"^({'|'.join(_NUMBERS)})\s+(?=\w+\s+\w)")
# What assessors write behind a street, and people copy from their bill: "High St U101", "Worcester Rd C6", "Main St R".
_REMARK = re.compile(r"\s+(?:bg\s+)?(?:u[a-z]{0,2}\d*\w*|[a-z]\d+\w*|grg\d+|[a-z]|rr|rear|off|behind|unit\s+\d+)$")
_CORNER_OF = re.compile(r"^\W*(?:the\s+)?cor(?:ner)?\.?\s+of\s+")
_BETWEEN_STREETS = re.compile(r"\s*(?:&|/|@|\band\b|\bat\b)\s*")
_DIGITS = re.compile(r"\d{1,5}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand what was typed: a street's key, and the house number that stood beside it."""

    key: str
    number: int | None


@dataclass(frozen=True, slots=True)
class TypedStreet:
    """Every way to understand it, the first that is known counting; `corner` are the two streets of a corner."""

    readings: tuple[Reading, ...]
    corner: tuple[str, str] | None = None

    @property
    def last(self) -> Reading:
        """The reading in which the most was taken for a number: what is likeliest where none is known."""
        return self.readings[-1]


def read_typed(street: str, number: str = "") -> TypedStreet:
    """Take a street apart; a number in its own field counts before one beside the street."""
    given = read_number(number)
    text = _CORNER_OF.sub("", _UNIT.sub(" ", plain(unicodedata.normalize("NFKC", street[:LONGEST])))).strip(" ,.")
    text = _first_part(text)
    found = [(text, given)]
    for pattern in (_NUMBER_FIRST, _NUMBER_LAST, _NUMBER_IN_WORDS):
        beside = pattern.search(text)
        if beside:
            said = _NUMBERS.get(beside[1]) or int(beside[1])
            found.append((text[: beside.start()] + text[beside.end() :], said if given is None else given))
    bare = _REMARK.sub("", _REMARK.sub("", text))
    if bare != text:
        found.append((bare, given))
    readings = dict.fromkeys(Reading(street_key(words), it) for words, it in found)
    return TypedStreet(tuple(readings), _corner(text))


def read_number(typed: str) -> int | None:
    """The house number in what was typed: "12A", "No. 12", "12-14"; None if there is none."""
    found = _DIGITS.search(typed[:LONGEST])
    return int(found[0]) if found else None


def _first_part(text: str) -> str:
    """What stands before a comma, unless that is only a number: a town may follow."""
    first, _, rest = text.partition(",")
    return text if not rest or _DIGITS.fullmatch(first.strip()) else first.strip()


def _corner(text: str) -> tuple[str, str] | None:
    streets = [part for part in _BETWEEN_STREETS.split(text) if part]
    return (street_key(streets[0]), street_key(streets[1])) if len(streets) == 2 else None  # noqa: PLR2004
