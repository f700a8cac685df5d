"""The carrier refused, or a call failed with a code of its own: written down, told, and placing paused if need be."""

from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.calls.life.refusals import keep_refusal
from app.limits.pausing import Asked, forget_refusals, pause_for
from app.limits.pausing_told import tell_of_pauses
from app.telephony.faults import FAULTS, Fault, fault_of
from models import Call

log = structlog.get_logger()


@dataclass(frozen=True)
class Refusal:
    """The carrier's code for a call, the `nth` time that it was asked to ring; None where it gave none.

    `rang` stands for the number that was to be rung, where that is not the supporter's.
    """

    call_id: int
    code: int | None
    at: datetime
    nth: int = 0
    rang: bytes = b""

    @property
    def fault(self) -> Fault:
        """Whose fault it is."""
        return fault_of(self.code)


def note_refusal(session: Session, refusal: Refusal) -> bool:
    """Keep why the carrier rang nobody; returns whether nobody is rung for that now. A rehearsal pauses nothing."""
    keep_refusal(session, refusal.call_id, refusal.fault, refusal.at, refusal.nth)
    return note_code(session, refusal)


def note_code(session: Session, refusal: Refusal) -> bool:
    """The same where the carrier told it with something that is kept already."""
    fault = refusal.fault
    log.warning("carrier_refused", call=refusal.call_id, code=fault.code, whose=fault.whose.value)
    if fault.code not in FAULTS:
        log.warning("carrier_code_unknown", code=fault.code)
    asked = select(Call.campaign_id, Call.phone_hash).where(Call.id == refusal.call_id, ~Call.rehearsal)
    row = session.execute(asked).one_or_none()
    if row is None:
        return False
    is_paused = pause_for(session, fault, Asked(row.campaign_id, refusal.rang or row.phone_hash or b""), refusal.at)
    tell_of_pauses(session, refusal.at)
    return is_paused


def go_on(session: Session, asked: Asked, now: datetime) -> None:
    """The carrier took a ring: whatever it refused for is gone, and told no more."""
    forget_refusals(session, asked)
    tell_of_pauses(session, now)
