"""The forms by which a number is searched for, and bought."""

import re
from typing import Annotated

from pydantic import PlainValidator

from app.serving.forms import Form, Text, Wrong

AREA_CODE = re.compile(r"[2-9]\d\d")
E164 = re.compile(r"\+1[2-9]\d{9}")
THREE_DIGITS = "Enter an area code: three digits, like 617."
NOT_OFFERED = "Choose one of the numbers that were found."


def _area_code(typed: str) -> str:
    digits = re.sub(r"\D", "", typed)
    if not AREA_CODE.fullmatch(digits):
        raise Wrong(THREE_DIGITS)
    return digits


def _number(typed: str) -> str:
    if not E164.fullmatch(typed):
        raise Wrong(NOT_OFFERED)
    return typed


class SearchForm(Form):
    """Where the number is to be at home."""

    area_code: Annotated[str, Text(limit=20), PlainValidator(_area_code)]


class BuyForm(Form):
    """Which one is bought."""

    number: Annotated[str, Text(limit=20), PlainValidator(_number)]
