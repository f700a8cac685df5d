"""What the carrier refused for, kept with the call, and why that call ended by it."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, Select, String, select
from sqlalchemy.orm import Session

from app.calls.life.carrier_events import CODE, REFUSED, Told, kept
from app.calls.life.status import CALL_ID
from app.store.once import Once, param
from app.telephony.faults import Fault, Whose
from models import Call, EndReason, Leg

WHY: Mapping[Whose, EndReason] = {
    Whose.NUMBER: EndReason.CARRIER_REFUSED,
    Whose.OURS: EndReason.REFUSED_TO_US,
    Whose.CARRIER: EndReason.CARRIER_UNREACHABLE,
}


def why_ended(fault: Fault) -> EndReason:
    """Why a call ends of which the carrier said this."""
    return WHY[fault.whose]


def keep_refusal(session: Session | Connection, call_id: int, fault: Fault, now: datetime, nth: int = 0) -> bool:
    """Keep what the carrier refused for, the `nth` time, for the call's story.

    False where there is no such call, or it was kept before.
    """
    return _OF_CALL.row(session, call_id=call_id, **_told(fault, now, nth)) is not None


def keep_refusal_of_leg(
    session: Session | Connection, sid: str, fault: Fault, now: datetime, nth: int = 0
) -> int | None:
    """The same for the call that this leg belongs to, whose id is returned."""
    row = _OF_LEG.row(session, leg_sid=sid, **_told(fault, now, nth))
    return row["call_id"] if row else None


def _told(fault: Fault, now: datetime, nth: int) -> Mapping[str, object]:
    form = {CODE: str(fault.code)} if fault.code else {}
    return Told("", REFUSED, str(nth), fault.whose, None, form, now).values()


def _keeping(call: Select[int]) -> Select[int]:
    return select(kept(call.cte("call_there")).c.call_id)


_OF_CALL = Once(lambda: _keeping(select(Call.id.label("call_id")).where(Call.id == CALL_ID)))
_OF_LEG = Once(lambda: _keeping(select(Leg.call_id).where(Leg.carrier_sid == param("leg_sid", String))))
