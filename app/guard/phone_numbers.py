"""Which telephone numbers we ring: ordinary ones of the United States, as typed by ordinary people."""

import re
from enum import StrEnum
from functools import cache

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumberFormat, PhoneNumberType

from app.language.text import clean_text

COUNTRY = "US"
LONGEST = 40
RINGABLE = frozenset(
    {
        PhoneNumberType.FIXED_LINE,
        PhoneNumberType.MOBILE,
        PhoneNumberType.FIXED_LINE_OR_MOBILE,
        PhoneNumberType.VOIP,
    }
)
TOLL_FREE = frozenset({PhoneNumberType.TOLL_FREE})
# 555-0100 to 555-0199 are set aside for fiction in every area code.
FICTIONAL = re.compile(r"\+1\d{3}55501\d\d")
NEVER = "(?!)"
# What services answer in every area code: N11 as an exchange, directory assistance at 555-1212, other carriers at 950,
# test lines at 958 and 959; 976 numbers are sold by the minute.
SERVICE = re.compile(r"\+1\d{3}(?:(?:[2-9]11|95[089]|976)\d{4}|5551212)")
AS_USUAL = re.compile(r"(?:\+?1)?[ ().-]*([0-9]{3})[ ().-]*([0-9]{3})[ ().-]*([0-9]{4})")
NOT_A_DIGIT_OF_OURS = re.compile(r"[^0-9+().\-\s/–—‐]")  # noqa: RUF001 - dashes that phones and word processors type


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


def parse_phone(text: str, *, fictional: bool, toll_free: bool = False) -> str:
    """The number in E.164, e.g. +16175550123. `fictional` numbers reach nobody and serve demos and rehearsals.

    An office may have a `toll_free` number; no supporter is rung at one.

    Raises:
        PhoneNumberError: with the problem to explain.
    """
    if len(text) > LONGEST:
        raise PhoneNumberError(PhoneProblem.TOO_LONG)
    typed = clean_text(text, limit=LONGEST)
    e164 = _ordinary(typed) or _looked_into(typed, RINGABLE | TOLL_FREE if toll_free else RINGABLE)
    if SERVICE.fullmatch(e164):
        raise PhoneNumberError(PhoneProblem.NOT_ORDINARY)
    if FICTIONAL.fullmatch(e164) and not fictional:
        raise PhoneNumberError(PhoneProblem.NOT_ASSIGNED)
    return e164


def _ordinary(typed: str) -> str | None:
    """Nearly everybody types ten digits with an area code of this country: that is seen at a glance."""
    digits = AS_USUAL.fullmatch(typed)
    number = "".join(digits.groups()) if digits else ""
    return f"+1{number}" if _numbers_of_areas().fullmatch(number) else None


@cache
def _numbers_of_areas() -> re.Pattern[str]:
    country = PhoneMetadata.metadata_for_region(COUNTRY)
    in_areas = country.fixed_line.national_number_pattern if country and country.fixed_line else None
    return re.compile(in_areas or NEVER)


def _looked_into(typed: str, ringable: frozenset[int]) -> str:
    """Whatever else may be a number, or why it is none that we ring."""
    _refuse_unless_typed_as_a_number(typed)
    number = _parse(typed)
    region = phonenumbers.region_code_for_number(number)  # None for a number that is valid in no country
    if number.country_code != 1 or region not in (COUNTRY, None):
        raise PhoneNumberError(PhoneProblem.FOREIGN)
    if region is None:
        raise PhoneNumberError(PhoneProblem.NOT_ASSIGNED)
    if phonenumbers.number_type(number) not in ringable:
        raise PhoneNumberError(PhoneProblem.NOT_ORDINARY)
    return str(phonenumbers.format_number(number, PhoneNumberFormat.E164))


def _refuse_unless_typed_as_a_number(typed: str) -> None:
    if not typed:
        raise PhoneNumberError(PhoneProblem.MISSING)
    digits = re.sub(r"\D", "", typed)
    if phonenumbers.is_emergency_number(digits, COUNTRY) or re.fullmatch(r"[2-9]11|988", digits):
        raise PhoneNumberError(PhoneProblem.EMERGENCY)
    if re.search(r"(x|ext|extension|#|;)[\s.:=]*\d+$", typed, re.IGNORECASE):
        raise PhoneNumberError(PhoneProblem.EXTENSION)
    if NOT_A_DIGIT_OF_OURS.search(typed):
        raise PhoneNumberError(PhoneProblem.UNREADABLE)


def _parse(typed: str) -> phonenumbers.PhoneNumber:
    try:
        return phonenumbers.parse(typed, COUNTRY)
    except phonenumbers.NumberParseException as error:
        raise PhoneNumberError(PhoneProblem.UNREADABLE) from error


def national(e164: str, extension: str = "") -> str:
    """A number as people here write it: (617) 555-0123, or (617) 555-0123 ext. 13; nothing where there is none."""
    if not e164:
        return ""
    digits = e164.removeprefix("+1")
    return f"({digits[:3]}) {digits[3:6]}-{digits[6:]}" + (f" ext. {extension}" if extension else "")


def masked(e164: str) -> str:
    """A number of which only the last two digits are shown."""
    return f"(•••) •••-••{e164[-2:]}"
