"""Ordinal numbers as people spell them: Thirty-seventh is 37th."""

import re

_UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TO_TEEN = ["thir", "four", "fif", "six", "seven", "eigh", "nine"]
_TEENS = ["tenth", "eleventh", "twelfth", *(f"{unit}teenth" for unit in _TO_TEEN)]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th, 11th, 21st."""
    ending = "th" if number // 10 % 10 == 1 else _ENDINGS.get(number % 10, "th")
    return f"{number}{ending}"


def _spelled() -> dict[str, str]:
    words = dict(enumerate([*_UNITS, *_TEENS], 1))
    for tens, word in enumerate(_TENS, 2):
        words[10 * tens] = f"{word[:-1]}ieth"
        words |= {10 * tens + unit: f"{word} {name}" for unit, name in enumerate(_UNITS, 1)}
    return {word: ordinal(number) for number, word in words.items()}


SPELLED = _spelled()
_ANY = re.compile(r"\b(" + "|".join(sorted(SPELLED, key=len, reverse=True)) + r")\b")


def in_digits(text: str) -> str:
    """Lower-case text with its spelled ordinals in digits."""
    return _ANY.sub(lambda found: SPELLED[found[1]], text)
