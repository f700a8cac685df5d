"""Reads an office's telephone number as sources write it, with its extension: 508-757-0323 ext. 13."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import phonenumbers

from app.guard.phone_numbers import PhoneNumberError, PhoneProblem, parse_phone, plain_digits
from app.representatives.facts.records import LineFacts
from models import LineKind

COUNTRY = "US"
DIGITS = 10
LONGEST_EXTENSION = 8
WHY: Mapping[PhoneProblem, str] = {
    PhoneProblem.EMERGENCY: "is a service number",
    PhoneProblem.FOREIGN: "is not in the United States",
    PhoneProblem.NOT_ORDINARY: "is a paid or service number",
    PhoneProblem.NOT_ASSIGNED: "does not exist",
}


@dataclass(frozen=True, slots=True)
class Skipped:
    """A number that cannot be rung, or an address nobody can write to, and so left out.

    `line` is where in the file; a row told twice is one.
    """

    line: int = field(compare=False)
    name: str
    column: str
    written: str
    why: str


def read_number(written: str, kind: LineKind, *, fictional: bool) -> LineFacts:
    """The line behind a written number.

    Raises:
        PhoneNumberError: it is no number that we ring, or more than one.
    """
    try:
        number = phonenumbers.parse(plain_digits(written) if not written.isascii() else written, COUNTRY)
    except phonenumbers.NumberParseException as error:
        raise PhoneNumberError(PhoneProblem.UNREADABLE) from error
    extension = number.extension or ""
    dialed = f"{number.national_number}{extension}"
    if re.sub(r"\D", "", written) not in {dialed, f"{number.country_code}{dialed}"}:
        raise PhoneNumberError(PhoneProblem.UNREADABLE)  # letters, or a second number beside the first
    if len(str(number.national_number)) > DIGITS or len(extension) > LONGEST_EXTENSION:
        raise PhoneNumberError(PhoneProblem.UNREADABLE)
    e164 = parse_phone(f"+{number.country_code}{number.national_number}", fictional=fictional, toll_free=True)
    return LineFacts(e164, extension, kind)


def why_not(problem: PhoneProblem) -> str:
    """Why a number is skipped, after “which”."""
    return WHY.get(problem, "cannot be read as one telephone number")
