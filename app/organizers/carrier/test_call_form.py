"""The forms of a test call: whose phone, and the code that was spoken to it."""

import re
from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.guard.phone_numbers import PhoneNumberError, parse_phone
from app.serving.forms import Form, Text, Wrong, known

NOT_A_PHONE = "Enter your own phone number, ten digits with its area code, like 617 555 0123."
NOT_A_CODE = "Enter the five digits that you heard."


def _phone(typed: str, info: ValidationInfo) -> str:
    try:
        return parse_phone(
            typed, fictional=known(info, "fictional", bool), territories=known(info, "territories", bool)
        )
    except PhoneNumberError:
        raise Wrong(NOT_A_PHONE) from None


def _code(typed: str) -> str:
    digits = re.sub(r"\D", "", typed)
    if len(digits) != len("12345"):
        raise Wrong(NOT_A_CODE)
    return digits


class PhoneForm(Form):
    """Their own number."""

    phone: Annotated[str, Text(limit=40, as_typed=True), PlainValidator(_phone)]


class CodeForm(Form):
    """What was spoken."""

    code: Annotated[str, Text(limit=20), PlainValidator(_code)]
