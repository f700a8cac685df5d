"""The form of a campaign's public count and of its goal."""

from typing import Annotated

from pydantic import PlainValidator

from app.serving.forms import Form, Text, Ticked, Wrong

LEAST, MOST = 10, 1_000_000
NO_GOAL = f"Type a whole number from {LEAST} to {MOST:,}, such as 2000, or leave the field empty."


def _goal(typed: str) -> int | None:
    digits = typed.replace(",", "").replace(" ", "")
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit() and len(digits) <= len(str(MOST))):
        raise Wrong(NO_GOAL)
    if not LEAST <= int(digits) <= MOST:
        raise Wrong(NO_GOAL)
    return int(digits)


class NumbersForm(Form):
    """Whether the count is shown, and how many calls are wanted."""

    count: Ticked
    goal: Annotated[int | None, Text(limit=40), PlainValidator(_goal)]
