"""An e-mail address in a form."""

from typing import Annotated

from pydantic import PlainValidator

from app.serving.forms import Text, Wrong
from app.team.addresses import NoAddressError, address_of

LONGEST = 255
NO_ADDRESS = "This is no e-mail address. One looks like ana@example.org."


def _address(typed: str) -> str:
    try:
        return address_of(typed)
    except NoAddressError:
        raise Wrong(NO_ADDRESS) from None


def _address_or_nothing(typed: str) -> str:
    return _address(typed) if typed else ""


Typed = Text(limit=LONGEST)
Address = Annotated[str, Typed, PlainValidator(_address)]
AddressOrNothing = Annotated[str, Typed, PlainValidator(_address_or_nothing)]
