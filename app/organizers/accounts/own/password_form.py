"""The form for another password: the present one, and one that is good enough."""

from typing import Annotated

from pydantic import PlainValidator, ValidationInfo

from app.serving.forms import Form, Text, Wrong, known
from app.team.passwords import LONGEST, fault_of_password

WHOSE = "whose"


def _good_enough(typed: str, info: ValidationInfo) -> str:
    if fault := fault_of_password(typed, known(info, WHOSE, str)):
        raise Wrong(fault)
    return typed


Typed = Text(limit=LONGEST + 1, as_typed=True)
NewPassword = Annotated[str, Typed, PlainValidator(_good_enough)]


class NewPasswordForm(Form):
    """A password to come; the form is checked against the address of whose it is."""

    new_password: NewPassword


class PasswordForm(Form):
    """The present one too: whoever only found the laptop does not know it."""

    password: Annotated[str, Typed]
    new_password: NewPassword
