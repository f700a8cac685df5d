"""The form to correct an office's lines: what was typed, and what is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.guard.phone_numbers import PhoneNumberError, PhoneProblem, national, parse_phone
from app.language.text import clean_text
from app.representatives.facts.records import LineFacts
from app.representatives.roster.seats import Seat
from models import LineKind

SHOWN = 60
LONGEST_NOTE = 300
EXTENSION = re.compile(r"\d{1,8}", re.ASCII)
NOT_ORDINARY = "We cannot ring toll-free, paid or service numbers. Enter the office's ordinary number."
PROBLEMS: Mapping[PhoneProblem, str] = {
    PhoneProblem.EXTENSION: "Enter the extension in the field beside the number.",
    PhoneProblem.FOREIGN: "We can ring numbers in the United States only.",
    PhoneProblem.NOT_ORDINARY: NOT_ORDINARY,
    PhoneProblem.EMERGENCY: NOT_ORDINARY,
    PhoneProblem.NOT_ASSIGNED: "There is no such telephone number. Check the digits and the area code.",
}
UNREADABLE = "Enter a telephone number in digits, like 617 722 2000."
NO_NUMBER = "Enter the number to which this extension belongs."
BAD_EXTENSION = "Enter the extension in digits, at most eight."
NO_NOTE = "Say why, so that others can trust the new number."
SAME_TWICE = "This is the same line as above. Leave one of them empty."


@dataclass(frozen=True)
class Typed:
    """The fields of the form, cut to what can be shown again. `first` is which line rings first."""

    numbers: Mapping[LineKind, str]
    extensions: Mapping[LineKind, str]
    first: LineKind = LineKind.CAPITOL
    note: str = ""

    @classmethod
    def from_seat(cls, seat: Seat) -> "Typed":
        """The form as it is before anybody types: the lines of today."""
        numbers = {line.kind: national(line.e164) for line in reversed(seat.lines)}
        extensions = {line.kind: line.extension for line in reversed(seat.lines)}
        return cls(numbers, extensions, seat.line.kind if seat.line else LineKind.CAPITOL)

    @classmethod
    def from_form(cls, form: Mapping[str, str]) -> "Typed":
        """Read the fields."""
        first = LineKind.DISTRICT if form.get("first") == LineKind.DISTRICT else LineKind.CAPITOL
        return cls(
            numbers={kind: form.get(kind, "")[:SHOWN].strip() for kind in LineKind},
            extensions={kind: clean_text(form.get(f"{kind}_extension", ""), limit=SHOWN) for kind in LineKind},
            first=first,
            note=clean_text(form.get("note", ""), limit=LONGEST_NOTE),
        )


@dataclass(frozen=True)
class Checked:
    """The lines that were meant, best first, or errors by field."""

    lines: tuple[LineFacts, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)


def check(typed: Typed, *, fictional: bool) -> Checked:
    """Check everything; every problem is told at once."""
    errors: dict[str, str] = {}
    lines: list[LineFacts] = []
    for kind in sorted(LineKind, key=lambda kind: kind is not typed.first):
        number, extension = typed.numbers.get(kind, ""), typed.extensions.get(kind, "")
        errors |= _extension_error(kind, number, extension)
        try:
            lines += [LineFacts(parse_phone(number, fictional=fictional), extension, kind)] if number else []
        except PhoneNumberError as error:
            errors[kind] = PROBLEMS.get(error.problem, UNREADABLE)
    if len({(line.e164, line.extension) for line in lines}) < len(lines):
        errors[LineKind.DISTRICT] = SAME_TWICE
    if not typed.note:
        errors["note"] = NO_NOTE
    return Checked(errors=errors) if errors else Checked(tuple(lines))


def _extension_error(kind: LineKind, number: str, extension: str) -> dict[str, str]:
    if extension and not EXTENSION.fullmatch(extension):
        return {f"{kind}_extension": BAD_EXTENSION}
    return {kind: NO_NUMBER} if extension and not number else {}
