"""What a caller said so far of where they live, kept with the turn: only sealed, and only until it decides."""

from base64 import b64decode, b64encode
from dataclasses import dataclass, replace

from pydantic import TypeAdapter

from app.calls.shown.call import CallFacts
from app.calls.steps.arrival import Arrival, Situation
from app.calls.steps.at_hand import AtHand
from app.calls.whom.said import Said
from app.guard.keys.days import DayKeys
from app.guard.keys.folder import KeyOf

PURPOSE = "place on the phone"


@dataclass(frozen=True)
class OfPlace:
    """What is sealed by the key of this day: nobody reads it in the database, and no backup of before."""

    town: str = ""
    zip: str = ""
    street: str = ""
    number: str = ""
    area: str = ""
    streets: tuple[str, ...] = ()


_OPEN = TypeAdapter(OfPlace)
NOTHING = OfPlace()


def so_far(own: AtHand, call: CallFacts) -> Said:
    """What they said, as long as it is still asked about."""
    said = Said.from_json(call.heard)
    if not said.sealed:
        return said
    of = _opened(own.vault.days, call.id, said.sealed)
    place = replace(said, sealed="", town=of.town, zip=of.zip)
    return replace(place, street=of.street, number=of.number, area=of.area, streets=of.streets)


def keep(own: AtHand, call: CallFacts, arrival: Arrival, said: Said) -> Situation:
    """Keep it with the turn."""
    return Situation(arrival, replace(call, heard=as_kept(own.vault.days, call.id, said)))


def as_kept(days: DayKeys, call_id: int, said: Said) -> dict[str, object]:
    """As it is written down with this call: what tells of the place is sealed.

    Raises:
        OSError: today has no key yet, and the folder cannot be written.
    """
    of_place = OfPlace(
        town=said.town, zip=said.zip, street=said.street, number=said.number, area=said.area, streets=said.streets
    )
    if of_place == NOTHING:
        return replace(said, sealed="").to_json()
    text = _OPEN.dump_json(of_place, exclude_defaults=True).decode()
    sealed = days.seal(text, KeyOf.PAGES, purpose=_of(call_id))
    return replace(said, sealed=b64encode(sealed).decode()).to_json()


def _opened(days: DayKeys, call_id: int, sealed: str) -> OfPlace:
    """Nothing where the keys are gone, or it is of another call: then it is asked once more."""
    text = days.open(b64decode(sealed), KeyOf.PAGES, purpose=_of(call_id))
    return _OPEN.validate_json(text) if text else NOTHING


def _of(call_id: int) -> str:
    return f"{PURPOSE} {call_id}"
