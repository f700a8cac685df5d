"""The carrier refused, or a call failed with a code of its own: written down, told, and placing paused if need be."""

from dataclasses import dataclass
from datetime import UTC, datetime

import structlog
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app.calls.life.refusals import keep_refusal, keep_refusal_of_leg
from app.guard.phone_vault import PHONE, PhoneVault
from app.limits.pausing import Asked, forget_refusals, pause_for
from app.limits.pausing_told import tell_of_pauses
from app.store.job_queue import defer
from app.telephony.faults import FAULTS, Fault, fault_of
from models import Call, CalledOffice, OfficeLine

log = structlog.get_logger()

THE_SUPPORTER = -1  # where an office's rank would stand


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
    return _note(session, refusal)


def note_code_later(
    session: Session | Connection, call_id: int, code: int, now: datetime, rank: int = THE_SUPPORTER
) -> None:
    """Let a job do the same where the carrier told it of a call under way: with something that is kept already.

    It told of the office's leg at `rank`. Whom to pause and what to tell takes many statements, and the carrier waits.
    """
    defer(session, "note_code", call_id=call_id, code=code, rank=rank, at=int(now.timestamp()))


def keep_trouble(
    session: Session | Connection, code: int, now: datetime, *, call_id: int | None = None, sid: str = ""
) -> None:
    """Keep once why the carrier found something of ours wrong with a call, or with that of a leg; a job does the rest.

    Nothing is kept where there is no such call.
    """
    if call_id is None:
        call_id = keep_refusal_of_leg(session, sid, fault_of(code), now, nth=code)
        is_new = call_id is not None
    else:
        is_new = keep_refusal(session, call_id, fault_of(code), now, nth=code)
    if call_id is not None and is_new:
        note_code_later(session, call_id, code, now)


def note_code(session: Session, vault: PhoneVault, *, call_id: int, code: int, rank: int, at: int) -> None:
    """What that job does."""
    rang = b"" if rank == THE_SUPPORTER else _fingerprint(session, vault, call_id, rank)
    _note(session, Refusal(call_id, code, datetime.fromtimestamp(at, UTC), rang=rang))


def _fingerprint(session: Session, vault: PhoneVault, call_id: int, rank: int) -> bytes:
    """By which the number of the office at `rank` is known."""
    lines = select(OfficeLine.e164).join(CalledOffice, CalledOffice.office_line_id == OfficeLine.id)
    number = session.scalar(lines.where(CalledOffice.call_id == call_id, CalledOffice.rank == rank))
    return vault.fingerprint(number or "", purpose=PHONE)


def _note(session: Session, refusal: Refusal) -> bool:
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
