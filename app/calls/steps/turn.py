"""Records what a supporter did on the phone: which step they reached, and what that means for the call."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.calls.life.carrier_events import keep_event
from app.calls.life.legs import LegNews, apply_news, update_call
from app.calls.life.reports import Report, keep_report
from app.calls.life.status import CallState
from app.calls.shown.call import CallFacts
from app.guard.phone_vault import PhoneVault
from app.limits.numbers import DO_NOT_CALL, PHONE, never_call_again
from models import CallStatus, EndReason, EventSource, ReportedOutcome, ReportSource


@dataclass(frozen=True)
class Meaning:
    """What reaching a step means. A step that means nothing only speaks, and nothing is written."""

    status: CallStatus | None = None
    reason: EndReason | None = None
    reported: ReportedOutcome | None = None


MEANINGS: Mapping[str, Meaning] = {
    "greeting": Meaning(CallStatus.ANSWERED),
    "script": Meaning(CallStatus.ACCEPTED),
    "connect": Meaning(CallStatus.CONNECTING),
    "other_line": Meaning(CallStatus.CONNECTING),
    "leave_message": Meaning(CallStatus.CONNECTING),
    "next_office": Meaning(CallStatus.ACCEPTED),
    "after_office": Meaning(CallStatus.ASKING),
    "talked": Meaning(reported=ReportedOutcome.CONTACT),
    "left_message": Meaning(reported=ReportedOutcome.VOICEMAIL),
    "nobody": Meaning(reported=ReportedOutcome.UNAVAILABLE),
    "mailbox_full": Meaning(reported=ReportedOutcome.MAILBOX_FULL),
    "no_key": Meaning(reason=EndReason.NO_KEY),
    "never_again": Meaning(reason=EndReason.REFUSED),
}


@dataclass(frozen=True)
class Turn:
    """The call's `number`-th turn, which led to `step`; `office` is how a bridge ended, if one just did.

    `rank` is that of the office which the step is about.
    """

    sid: str
    number: int
    step: str
    rank: int
    form: Mapping[str, str]
    office: LegNews | None = None


def record_turn(session: Session, vault: PhoneVault, call: CallFacts, turn: Turn) -> CallState | None:
    """Keep the turn and what it means: at most three statements more and one commit. None if it only spoke."""
    meaning = MEANINGS.get(turn.step)
    if meaning is None:
        return None
    is_new = keep_event(
        session, vault, call.id, sid=turn.sid, kind="turn", key=str(turn.number), name=turn.step, form=turn.form
    )
    changed = _apply(session, vault, call, turn, meaning) if is_new else None
    session.commit()
    return changed


def _apply(session: Session, vault: PhoneVault, call: CallFacts, turn: Turn, meaning: Meaning) -> CallState | None:
    if turn.office:
        return apply_news(session, call.id, turn.office, source=EventSource.CARRIER)
    if meaning.reason is EndReason.REFUSED and call.phone_encrypted:
        phone = vault.decrypt(call.phone_encrypted, purpose=PHONE)
        never_call_again(session, vault.fingerprint(phone, purpose=DO_NOT_CALL), how="keypad")
    if meaning.reported:
        keep_report(session, call.id, turn.rank, Report(meaning.reported), source=ReportSource.KEYPAD)
    source = EventSource.KEYPAD
    return update_call(session, call.id, meaning.status, source=source, rank=turn.rank, reason=meaning.reason)
