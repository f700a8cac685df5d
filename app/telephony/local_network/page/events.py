"""What the page shows: the legs and the account as they are, and the journal since it last asked."""

from dataclasses import asdict

from app.telephony.local_network.account.telling import how_it_stands
from app.telephony.local_network.engine import Engine
from app.telephony.local_network.journal import Entry, Request
from app.telephony.local_network.legs import Leg
from app.telephony.local_network.page.pretty import pretty

ENDED_LEGS_SHOWN = 20
MOST_ENTRIES = 500


def events_after(engine: Engine, number: int) -> dict[str, object]:
    """Return `cursor` (ask after it next time), `legs` (newest last), `account`, its `numbers`, and `entries`."""
    entries = engine.plant.journal.after(number)[:MOST_ENTRIES]
    return {
        "cursor": entries[-1][0] if entries else number,
        "legs": [_leg(leg) for leg in _shown(list(engine.exchange.legs.values()))],
        "account": how_it_stands(engine.plant.account),
        "numbers": [number.phone_number for number in engine.plant.numbers.all()],
        "entries": [{"number": place, **_entry(entry)} for place, entry in entries],
    }


def _shown(legs: list[Leg]) -> list[Leg]:
    at_phones = [leg for leg in legs if leg.far_end is None]
    ended = [leg for leg in at_phones if leg.is_over][-ENDED_LEGS_SHOWN:]
    return [leg for leg in at_phones if not leg.is_over or leg in ended]


def _leg(leg: Leg) -> dict[str, object]:
    inbound = leg.direction == "inbound"
    return {
        "sid": leg.sid,
        "call": leg.call.sid,
        "role": "office" if leg.parent else "supporter",
        "number": leg.caller if inbound else leg.to,
        "other": leg.to if inbound else leg.caller,
        "inbound": inbound,
        "status": leg.status,
        "seconds": leg.talked_for if leg.seconds is None else leg.seconds,
        "listening": leg.listening,
        "joined": leg.other_side is not None,
        "over": leg.is_over,
    }


def _entry(entry: Entry) -> dict[str, object]:
    told: dict[str, object] = {"type": type(entry).__name__.lower(), **asdict(entry)}
    if isinstance(entry, Request):
        told |= {"parameters": dict(entry.parameters), "body": pretty(entry.body)}
    return told
