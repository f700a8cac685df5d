"""Numbers as people in Massachusetts say them: the First Franklin district, H. thirty-two sixty-nine."""

import re
from collections.abc import Callable

UNITS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
ORDINAL = re.compile(r"\b([1-9]\d?)(?:st|nd|rd|th)\b")
# H.3269, S. 1234, HD4567, House Bill 3269, Senate No. 12; by Massachusetts' rules at most five digits.
BILL = re.compile(
    r"(?<![\w.])(H|S|HD|SD|HB|SB)(?:\. ?|(?:\.? )?(?=\d))(?:No\. ?)?(\d{1,5})\b(?![.,]\d)"
    r"|\b((?:House|Senate) (?:Bill|Docket|No\.|Number)(?: No\.| Number)?) ?(\d{1,5})\b(?![.,]\d)"
)
HUNDRED, THOUSAND = 100, 1000


def cardinal(number: int) -> str:
    """A number below a hundred in words; empty for zero."""
    if number < len(TEENS):
        return UNITS[number] if number < len(UNITS) else ""
    if number < 2 * len(TEENS):
        return TEENS[number - len(TEENS)]
    tens, units = divmod(number, 10)
    return f"{TENS[tens]}-{UNITS[units]}" if units else TENS[tens]


def ordinal(number: int) -> str:
    """First, Twenty-first: a place in a row below a hundred, as a name begins."""
    *before, last = cardinal(number).split("-")
    return "-".join((*before, IRREGULAR.get(last) or _regular(last))).capitalize()


def _regular(word: str) -> str:
    return f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th"


def bill_number(digits: str) -> str:
    """Thirty-two sixty-nine, forty-one hundred, two oh five; longer ones digit by digit."""
    number = int(digits)
    if digits.startswith("0") or number >= HUNDRED * HUNDRED:
        return " ".join(digits)
    if number % THOUSAND == 0:
        return f"{cardinal(number // THOUSAND)} thousand"
    front, back = divmod(number, HUNDRED)
    if not front:
        return cardinal(back)
    return f"{cardinal(front)} {_back(back)}"


def _back(back: int) -> str:
    if not back:
        return "hundred"
    return f"oh {cardinal(back)}" if back < len(UNITS) else cardinal(back)


def in_english(text: str) -> str:
    """An English text with its ordinals and bills as one says them."""
    return ORDINAL.sub(lambda found: ordinal(int(found[1])), _with_bills(text, bill_number))


def elsewhere(text: str) -> str:
    """A text in another language, its bills digit by digit: no voice takes those for a quantity."""
    return _with_bills(text, " ".join)


def _with_bills(text: str, said: Callable[[str], str]) -> str:
    def bill(found: re.Match[str]) -> str:
        letter, digits, words, after = found.groups()
        return (
            f"{letter[0]}{'. D' if letter[1:] == 'D' else ''}. {said(digits)}" if letter else f"{words} {said(after)}"
        )

    return BILL.sub(bill, text)
