"""The form that says how many of our calls a number takes, at once and a day."""

from typing import Annotated

from pydantic import PlainValidator

from app.serving.forms import Form, Text, Wrong
from models.pace import MOST_A_DAY, MOST_AT_ONCE

NOT_SO_MANY = f"Enter a number from 1 to {MOST_AT_ONCE}."
NOT_SO_MANY_A_DAY = f"Enter a number from 1 to {MOST_A_DAY}, or nothing for as many as come."


def _so_many(typed: str) -> int:
    at_once = int(typed) if typed.isascii() and typed.isdecimal() else 0
    if not 1 <= at_once <= MOST_AT_ONCE:
        raise Wrong(NOT_SO_MANY)
    return at_once


def _a_day(typed: str) -> int | None:
    if not typed:
        return None
    a_day = int(typed) if typed.isascii() and typed.isdecimal() else 0
    if not 1 <= a_day <= MOST_A_DAY:
        raise Wrong(NOT_SO_MANY_A_DAY)
    return a_day


class PaceForm(Form):
    """A number of the office, and how many calls: at once, and a day if that is limited."""

    number: Annotated[str, Text(limit=20)]
    at_once: Annotated[int, Text(limit=20, as_typed=True), PlainValidator(_so_many)]
    a_day: Annotated[int | None, Text(limit=20, as_typed=True), PlainValidator(_a_day)]
