"""Which telephone numbers we ring: ordinary ones of the United States, as typed by ordinary people."""

import re
import unicodedata
from enum import StrEnum

from app.guard.area_codes import Area, area_of
from app.language.text import clean_text

LONGEST = 40
# 555-0100 to 555-0199 are set aside for fiction in every area code.
FICTIONAL = re.compile(r"\+1\d{3}55501\d\d")
# What services answer in every area code: N11 as an exchange, directory assistance at 555-1212, other carriers at 950,
# test lines at 958 and 959; 976 numbers are sold by the minute.
SERVICE = re.compile(r"\+1\d{3}(?:(?:[2-9]11|95[089]|976)\d{4}|5551212)")
AS_USUAL = re.compile(r"(?:\+?1)?[ ().-]*([2-8][0-9]{2})[ ().-]*([2-9][0-9]{2})[ ().-]*([0-9]{4})")
# Ten digits, however they are begun: 1, +1, 001, 011 1, +1 (0), or a 0 out of habit. Ten after 00 or + lie abroad.
BEGUN = re.compile(r"(?:0|\+?(?:0{0,2}|011)10?)?([2-9]\d{2}[2-9]\d{6})")
ABROAD = re.compile(r"(?:\+|00|011)0*[2-9]\d{5,14}")
EMERGENCY = re.compile(r"[2-9]11|112|988")
EXTENSION = re.compile(r"(x|ext|extension|#|;)[\s.:=]*\d+$", re.IGNORECASE)
# What people, keypads, PDFs and word processors put between digits, beside the dashes, spaces and brackets of Unicode.
BETWEEN = frozenset("./_~·•‧∙⋅・｡⁄∕−⁃ー一ㅡ─˗\u2800\u3164\u1160\u115f\uffa0")  # noqa: RUF001 - they look like others
SPACES_DASHES_BRACKETS = frozenset({"Zs", "Pd", "Ps", "Pe"})
LAID_OVER = frozenset({"Mn", "Me"})  # the frame of a keycap, and what chooses between a digit's looks


class PhoneProblem(StrEnum):
    """Why a number cannot be rung: each has its own sentence on the page."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    TOO_LONG = "too-long"
    EMERGENCY = "emergency"
    EXTENSION = "extension"
    FOREIGN = "foreign"
    NOT_ORDINARY = "not-ordinary"
    NOT_ASSIGNED = "not-assigned"


class PhoneNumberError(ValueError):
    """The text is no number that we ring."""

    def __init__(self, problem: PhoneProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


WHY_NOT = {
    Area.NOBODYS: PhoneProblem.NOT_ASSIGNED,
    Area.TOLL_FREE: PhoneProblem.NOT_ORDINARY,
    Area.SERVICE: PhoneProblem.NOT_ORDINARY,
    Area.FOREIGN: PhoneProblem.FOREIGN,
    Area.TERRITORY: PhoneProblem.FOREIGN,
}


def parse_phone(text: str, *, fictional: bool, toll_free: bool = False, territories: bool = True) -> str:
    """The number in E.164, e.g. +16175550123. `fictional` numbers reach nobody and serve demos and rehearsals.

    An office may have a `toll_free` number; no supporter is rung at one. Numbers of the nation's `territories` are like
    any other, where the operator lets them be rung.

    Raises:
        PhoneNumberError: with the problem to explain.
    """
    number = _ten_digits(text)
    area = area_of(number[:3])
    rung = {Area.OURS, *([Area.TOLL_FREE] if toll_free else []), *([Area.TERRITORY] if territories else [])}
    e164 = f"+1{number}"
    if area not in rung:
        raise PhoneNumberError(WHY_NOT[area])
    if SERVICE.fullmatch(e164):
        raise PhoneNumberError(PhoneProblem.NOT_ORDINARY)
    if FICTIONAL.fullmatch(e164) and not fictional:
        raise PhoneNumberError(PhoneProblem.NOT_ASSIGNED)
    return e164


def plain_digits(text: str) -> str:
    """What was typed, with spaces for whatever stands between digits and with nothing laid over them."""
    bare = (char for char in text if unicodedata.category(char) not in LAID_OVER)
    return "".join(" " if _is_between(char) else char for char in bare)


def _is_between(char: str) -> bool:
    return char in BETWEEN or unicodedata.category(char) in SPACES_DASHES_BRACKETS


def _ten_digits(text: str) -> str:
    """The ten digits of a number of North America, or why there are none."""
    shown = text if text.isascii() else plain_digits(text[: 4 * LONGEST])
    if len(shown) > LONGEST:
        raise PhoneNumberError(PhoneProblem.TOO_LONG)
    typed = clean_text(shown, limit=LONGEST)
    usual = AS_USUAL.fullmatch(typed)
    return "".join(usual.groups()) if usual else _looked_into(plain_digits(typed).replace(" ", ""), typed)


def _looked_into(digits: str, typed: str) -> str:
    _refuse_unless_typed_as_a_number(digits, typed)
    begun = BEGUN.fullmatch(digits)
    if begun:
        return begun[1]
    is_abroad = ABROAD.fullmatch(digits)
    raise PhoneNumberError(PhoneProblem.FOREIGN if is_abroad else PhoneProblem.NOT_ASSIGNED)


def _refuse_unless_typed_as_a_number(digits: str, typed: str) -> None:
    if not digits:
        raise PhoneNumberError(PhoneProblem.UNREADABLE if typed.strip() else PhoneProblem.MISSING)
    if EMERGENCY.fullmatch(digits):
        raise PhoneNumberError(PhoneProblem.EMERGENCY)
    if EXTENSION.search(typed):
        raise PhoneNumberError(PhoneProblem.EXTENSION)
    if not re.fullmatch(r"\+?[0-9]+", digits):
        raise PhoneNumberError(PhoneProblem.UNREADABLE)


def national(e164: str, extension: str = "") -> str:
    """A number as people here write it: (617) 555-0123, or (617) 555-0123 ext. 13; nothing where there is none."""
    if not e164:
        return ""
    digits = e164.removeprefix("+1")
    return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}" + (f" ext. {extension}" if extension else "")


def masked(e164: str) -> str:
    """A number of which only the last two digits are shown."""
    return f"(•••) •••-••{e164[-2:]}"
