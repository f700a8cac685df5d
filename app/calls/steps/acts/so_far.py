"""What a caller said so far of where they live, kept with the turn: of their street only sealed, until it decides."""

from base64 import b64decode, b64encode
from dataclasses import dataclass, replace

from cryptography.exceptions import InvalidTag
from pydantic import TypeAdapter

from app.calls.shown.call import CallFacts
from app.calls.steps.arrival import Arrival, Situation
from app.calls.steps.at_hand import AtHand
from app.calls.whom.said import Said

PURPOSE = "street on the phone"


@dataclass(frozen=True)
class OfStreet:
    """What is sealed: nobody reads it in the database, and it is gone with the answer that decides."""

    street: str = ""
    number: str = ""
    area: str = ""
    streets: tuple[str, ...] = ()


_OPEN = TypeAdapter(OfStreet)
NOTHING = OfStreet()


def so_far(own: AtHand, call: CallFacts) -> Said:
    """What they said, with their street if it is still asked about."""
    said = Said.from_json(call.heard)
    if not said.sealed:
        return said
    of = _opened(own, said.sealed)
    return replace(said, sealed="", street=of.street, number=of.number, area=of.area, streets=of.streets)


def keep(own: AtHand, call: CallFacts, arrival: Arrival, said: Said) -> Situation:
    """Keep it with the turn."""
    of_street = OfStreet(said.street, said.number, said.area, said.streets)
    sealed = "" if of_street == NOTHING else _sealed(own, of_street)
    return Situation(arrival, replace(call, heard=replace(said, sealed=sealed).to_json()))


def _sealed(own: AtHand, of_street: OfStreet) -> str:
    return b64encode(own.vault.encrypt(_OPEN.dump_json(of_street).decode(), purpose=PURPOSE)).decode()


def _opened(own: AtHand, sealed: str) -> OfStreet:
    """Nothing where the keys were replaced meanwhile: then it is asked once more."""
    try:
        return _OPEN.validate_json(own.vault.decrypt(b64decode(sealed), purpose=PURPOSE))
    except InvalidTag:
        return NOTHING
