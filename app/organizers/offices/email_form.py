"""The form to correct an office's e-mail address."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import PlainValidator

from app.organizers.offices.lines_form import LONGEST_NOTE
from app.representatives import Seat
from app.representatives.facts.emails import LONGEST, EmailError, read_email
from app.serving.forms import Form, Text, Wrong

NOT_ONE = "Enter one e-mail address, like pat.duffy@example.org, or leave the field empty."
NO_NOTE = "Say why, so that others can trust the new address."


def _email(typed: str) -> str:
    try:
        return read_email(typed) if typed.strip(" ") else ""
    except EmailError:
        raise Wrong(NOT_ONE) from None


def _note(typed: str) -> str:
    if not typed:
        raise Wrong(NO_NOTE)
    return typed


class EmailForm(Form):
    """The address, empty for none, and why."""

    email: Annotated[str, Text(limit=LONGEST + 1, as_typed=True), PlainValidator(_email)]
    email_note: Annotated[str, Text(limit=LONGEST_NOTE), PlainValidator(_note)]


def before_anybody_types(seat: Seat) -> Mapping[str, str]:
    """The address of today."""
    return {"email": seat.holder.email if seat.holder else "", "email_note": ""}
