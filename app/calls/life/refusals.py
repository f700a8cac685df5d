"""What the carrier refused for, kept with the call, and why that call ended by it."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.calls.life.carrier_events import CODE, REFUSED, event_key
from app.telephony.faults import Fault, Whose
from models import CarrierEvent, EndReason

WHY: Mapping[Whose, EndReason] = {
    Whose.NUMBER: EndReason.CARRIER_REFUSED,
    Whose.OURS: EndReason.REFUSED_TO_US,
    Whose.CARRIER: EndReason.CARRIER_UNREACHABLE,
}


def why_ended(fault: Fault) -> EndReason:
    """Why a call ends of which the carrier said this."""
    return WHY[fault.whose]


def keep_refusal(session: Session | Connection, call_id: int, fault: Fault, now: datetime, nth: int = 0) -> None:
    """Keep what the carrier refused for, the `nth` time, for the call's story."""
    told = {CODE: str(fault.code)} if fault.code else None
    key = event_key("", REFUSED, str(nth))
    row = {"call_id": call_id, "key": key, "at": now, "kind": REFUSED, "name": fault.whose, "told": told}
    session.execute(insert(CarrierEvent).values(row).on_conflict_do_nothing())
