"""The form that says how many of our calls a number takes at once."""

from typing import Annotated

from pydantic import PlainValidator

from app.serving.forms import Form, Text, Wrong
from models.pace import MOST_AT_ONCE

NOT_SO_MANY = f"Enter a number from 1 to {MOST_AT_ONCE}."


def _so_many(typed: str) -> int:
    at_once = int(typed) if typed.isascii() and typed.isdecimal() else 0
    if not 1 <= at_once <= MOST_AT_ONCE:
        raise Wrong(NOT_SO_MANY)
    return at_once


class PaceForm(Form):
    """A number of the office, and how many calls."""

    number: Annotated[str, Text(limit=20)]
    at_once: Annotated[int, Text(limit=20, as_typed=True), PlainValidator(_so_many)]
