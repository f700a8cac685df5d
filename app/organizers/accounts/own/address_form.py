"""The form for another e-mail address, which the password confirms."""

from typing import Annotated

from pydantic import PlainValidator

from app.organizers.accounts.own.password_form import Typed
from app.serving.forms import Form, Text, Wrong
from app.team.addresses import NoAddressError, address_of

LONGEST_ADDRESS = 255
NO_ADDRESS = "Write the e-mail address whole, such as ana@example.org."


def _address(typed: str) -> str:
    try:
        return address_of(typed)
    except NoAddressError:
        raise Wrong(NO_ADDRESS) from None


class AddressForm(Form):
    """The address to come, and the password."""

    email: Annotated[str, Text(limit=LONGEST_ADDRESS), PlainValidator(_address)]
    password: Annotated[str, Typed]
