"""The forms to correct an office's lines, and its e-mail address."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.guard.phone_numbers import PhoneNumberError, PhoneProblem, national, parse_phone
from app.representatives.facts.emails import LONGEST as LONGEST_EMAIL
from app.representatives.facts.emails import EmailError, read_email
from app.representatives.facts.records import LineFacts
from app.representatives.roster.seats import Line, Seat
from app.serving.forms import Form, Text, Wrong, known
from models import LineKind

SHOWN = 60
LONGEST_NOTE = 300
EXTENSION = re.compile(r"\d{1,8}", re.ASCII)
NOT_ORDINARY = "We cannot ring paid or service numbers. Enter the office's ordinary number."
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
NOT_ONE = "Enter one e-mail address, like pat.duffy@example.org, or leave the field empty."
NO_NOTE_OF_EMAIL = "Say why, so that others can trust the new address."
SAME_TWICE = "This is the same line as above. Leave one of them empty."


def _extension(typed: str) -> str:
    if typed and not EXTENSION.fullmatch(typed):
        raise Wrong(BAD_EXTENSION)
    return typed


def read_number(typed: str, info: ValidationInfo) -> str:
    """The number of a line, checked with its extension, which stands before it in the form."""
    typed = typed.strip()
    if not typed and info.data.get(f"{info.field_name}_extension"):
        raise Wrong(NO_NUMBER)
    try:
        return parse_phone(typed, fictional=known(info, "fictional", bool), toll_free=True) if typed else ""
    except PhoneNumberError as error:
        raise Wrong(PROBLEMS.get(error.problem, UNREADABLE)) from None


def _other_number(typed: str, info: ValidationInfo) -> str:
    number, above = read_number(typed, info), info.data
    if number and (number, above.get("district_extension")) == (above.get("capitol"), above.get("capitol_extension")):
        raise Wrong(SAME_TWICE)
    return number


def _first(typed: str) -> LineKind:
    return LineKind.DISTRICT if typed == LineKind.DISTRICT else LineKind.CAPITOL


def _note(typed: str) -> str:
    if not typed:
        raise Wrong(NO_NOTE)
    return typed


Extension = Annotated[str, Text(limit=SHOWN), PlainValidator(_extension)]


class LinesForm(Form):
    """Both lines, an extension before its number, which is checked by it; which rings first, and why."""

    capitol_extension: Extension
    capitol: Annotated[str, Text(limit=SHOWN, as_typed=True), PlainValidator(read_number)]
    district_extension: Extension
    district: Annotated[str, Text(limit=SHOWN, as_typed=True), PlainValidator(_other_number)]
    first: Annotated[LineKind, Text(limit=20), PlainValidator(_first)]
    note: Annotated[str, Text(limit=LONGEST_NOTE), PlainValidator(_note)]

    def lines(self) -> tuple[LineFacts, ...]:
        """What was meant, best first."""
        capitol = LineFacts(self.capitol, self.capitol_extension, LineKind.CAPITOL)
        district = LineFacts(self.district, self.district_extension, LineKind.DISTRICT)
        in_order = (capitol, district) if self.first is LineKind.CAPITOL else (district, capitol)
        return tuple(line for line in in_order if line.e164)


def before_anybody_types(seat: Seat) -> Mapping[str, str]:
    """The lines of today, used already or not."""
    nothing = dict.fromkeys(LinesForm.model_fields, "")
    lines = _by_field(seat)
    numbers = {field: national(line.e164) for field, line in lines.items()}
    extensions = {f"{field}_extension": line.extension for field, line in lines.items()}
    first = seat.lines_as_set[0].kind if seat.lines_as_set else LineKind.CAPITOL
    return nothing | numbers | extensions | {"first": first}


def _by_field(seat: Seat) -> Mapping[str, Line]:
    """Each line in the field of its kind; a second one of that kind in the other field, so that it is not lost."""
    fields = {line.kind.value: line for line in reversed(seat.lines_as_set)}
    beside = [line for line in seat.lines_as_set if line not in fields.values()]
    free = [kind.value for kind in (LineKind.CAPITOL, LineKind.DISTRICT) if kind.value not in fields]
    return fields | dict(zip(free, beside, strict=False))


def _email(typed: str) -> str:
    try:
        return read_email(typed) if typed.strip(" ") else ""
    except EmailError:
        raise Wrong(NOT_ONE) from None


Email = PlainValidator(_email)


def _email_note(typed: str) -> str:
    if not typed:
        raise Wrong(NO_NOTE_OF_EMAIL)
    return typed


class EmailForm(Form):
    """The address, empty for none, and why."""

    email: Annotated[str, Text(limit=LONGEST_EMAIL + 1, as_typed=True), Email]
    email_note: Annotated[str, Text(limit=LONGEST_NOTE), PlainValidator(_email_note)]


def email_of_today(seat: Seat) -> Mapping[str, str]:
    """The address of today."""
    return {"email": seat.holder.email if seat.holder else "", "email_note": ""}
