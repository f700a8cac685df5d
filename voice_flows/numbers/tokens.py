"""Takes what somebody said apart: into digits, into what is nothing, and into words of whatever else they said."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Self

from voice_flows.numbers import NUMBERS
from voice_flows.numbers.number_words import NumberWords

CHINESE = r"\u3007\u3400-\u9fff"
WITHIN_A_NUMBER = re.compile(r"(?<=\d)[.,:](?=\d)")  # a carrier writes 2139 as 2,139 or 21:39


class Kind(StrEnum):
    """What a piece of speech is."""

    DIGITS = "digits"
    DASH = "dash"
    FILLER = "filler"
    LEAD = "lead"
    WORD = "word"


@dataclass(frozen=True)
class Token:
    """A piece of what was said; `digits` are those it stands for, which a word that only sounds alike may not."""

    kind: Kind
    text: str
    digits: str = ""
    only_sounds_alike: bool = False

    @property
    def is_dash_in_words(self) -> bool:
        """Whether it is a dash that was said and not written."""
        return self.kind is Kind.DASH and self.text.isalpha()

    @classmethod
    def of(cls, text: str, words: NumberWords) -> Self:
        """What this piece is."""
        digits = text if text.isdecimal() else words.digits.get(text)
        if digits:
            return cls(Kind.DIGITS, text, digits)
        if text in words.sound_alike:
            return cls(Kind.DIGITS, text, words.sound_alike[text], only_sounds_alike=True)
        return cls(_kind(text, words), text)


def _kind(text: str, words: NumberWords) -> Kind:
    if text in words.dashes or text in "-–":  # noqa: RUF001 - as carriers write it
        return Kind.DASH
    if text in words.fillers:
        return Kind.FILLER
    return Kind.LEAD if text in words.leads else Kind.WORD


def tokens(speech: str, language: str) -> tuple[Token, ...]:
    """The pieces, numbers of several words put together."""
    words = NUMBERS[language]
    text = WITHIN_A_NUMBER.sub("", unicodedata.normalize("NFKC", speech).casefold())
    return tuple(_put_together(_pieces(language).findall(text), words))


def _put_together(pieces: Iterable[str], words: NumberWords) -> Iterator[Token]:
    """Tens with the digit after them, and the digit that comes twice."""
    left = list(pieces)
    while left:
        text = left.pop(0)
        joined = 1 if len(left) > 1 and left[0] in words.fillers else 0  # "treinta y nueve"
        following = words.digits.get(left[joined], "") if left[joined:] else ""
        if text in words.tens:
            is_unit = len(following) == 1 and following != "0"
            del left[: joined + 1 if is_unit else 0]
            yield Token(Kind.DIGITS, text, words.tens[text] + (following if is_unit else "0"))
        elif text in words.times and left:
            again = Token.of(left.pop(0), words)
            often = words.times[text] if len(again.digits) == 1 else 1
            yield Token(again.kind, again.text, again.digits * often, again.only_sounds_alike)
        else:
            yield Token.of(text, words)


@cache
def _pieces(language: str) -> re.Pattern[str]:
    """Leads as long as can be, then digits, words, dashes; Chinese has no spaces, and a character is a piece."""
    words = NUMBERS[language]
    phrases = {*words.leads, *words.fillers, *words.dashes, *words.digits}
    longest = sorted(phrases, key=len, reverse=True)
    leads = "|".join(_whole(phrase) for phrase in longest if not phrase.isdecimal())
    return re.compile(rf"{leads}|\d+|[{CHINESE}]|[^\W\d_{CHINESE}]+(?:'[^\W\d_]+)?|(?<=\w)-(?=\w)|–")  # noqa: RUF001


def _whole(phrase: str) -> str:
    """A word of letters stands by itself, or right before digits: "zip02139"."""
    is_chinese = re.match(rf"[{CHINESE}]", phrase)
    return re.escape(phrase) if is_chinese else rf"(?<![^\W\d_]){re.escape(phrase)}(?![^\W\d_]|')"
