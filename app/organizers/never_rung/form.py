"""The form to add numbers that are never rung."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from pydantic import PlainValidator

from app.organizers.never_rung.lines import read_lines
from app.serving.forms import Form, Text, Wrong

FARTHEST = 60_000  # characters that are shown again
LONGEST_SOURCE = 300
NO_DAY = "Enter the day as 2026-11-29, or leave the field empty."


def _as_of(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise Wrong(NO_DAY) from None


class NumbersForm(Form):
    """Numbers with whose they are; from where that is known, and as of when, where anybody looked."""

    numbers: Annotated[Mapping[str, str], Text(limit=FARTHEST, lines=True), PlainValidator(read_lines)]
    source: Annotated[str, Text(limit=LONGEST_SOURCE)]
    as_of: Annotated[date | None, Text(limit=20), PlainValidator(_as_of)]
