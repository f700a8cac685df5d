"""What came of a call, in one word of ours: the carrier's “completed” says of none whether an office was reached."""

from collections.abc import Mapping
from enum import StrEnum

from app.calls.shown.log.row import LogRow
from models import (
    ENDINGS,
    CallSource,
    CallStatus,
    EndReason,
    LineOutcome,
    ReportedOutcome,
)

TALK_SECONDS = 35  # so long on the line is a talk, unless its supporter says otherwise


class CameOf(StrEnum):
    """How far a call got, the farthest first; of what is told of own phones we know that it was told, and no more."""

    TALKED = "talked"
    LEFT_MESSAGE = "left-message"
    OFFICE_PICKED_UP = "office-picked-up"  # for so short that nobody can tell what it was
    MAILBOX_FULL = "mailbox-full"
    REACHED_NOBODY = "reached-nobody"  # though something picked up
    WRONG_NUMBER = "wrong-number"
    OFFICE_BUSY = "office-busy"
    OFFICE_SILENT = "office-silent"
    OFFICE_NOT_REACHED = "office-not-reached"
    LEFT_AS_IT_RANG = "left-as-it-rang"
    NO_OFFICE = "no-office"  # vacant seats, or those without a number
    LEFT_BEFORE_OFFICE = "left-before-office"
    GAVE_NO_PLACE = "gave-no-place"
    REFUSED = "refused"
    LEFT_IN_GREETING = "left-in-greeting"
    PRESSED_NOTHING = "pressed-nothing"
    NEVER_PICKED_UP = "never-picked-up"
    PHONE_BUSY = "phone-busy"
    NOT_REACHED = "not-reached"
    CALLED_OFF = "called-off"
    NOT_RUNG = "not-rung"
    LOST = "lost"
    UNDER_WAY = "under-way"
    OWN_PHONE = "own-phone"
    WROTE = "wrote"


# Where its supporter says so.
BY_REPORT: Mapping[ReportedOutcome, CameOf] = {
    ReportedOutcome.CONTACT: CameOf.TALKED,
    ReportedOutcome.VOICEMAIL: CameOf.LEFT_MESSAGE,
    ReportedOutcome.MAILBOX_FULL: CameOf.MAILBOX_FULL,
    ReportedOutcome.WRONG_NUMBER: CameOf.WRONG_NUMBER,
    ReportedOutcome.UNAVAILABLE: CameOf.REACHED_NOBODY,
    ReportedOutcome.WROTE: CameOf.WROTE,
}
BY_LINE: Mapping[LineOutcome, CameOf] = {
    LineOutcome.BUSY: CameOf.OFFICE_BUSY,
    LineOutcome.NO_ANSWER: CameOf.OFFICE_SILENT,
    LineOutcome.FAILED: CameOf.OFFICE_NOT_REACHED,
    LineOutcome.CANCELED: CameOf.LEFT_AS_IT_RANG,
}
BY_REASON: Mapping[EndReason, CameOf] = {
    EndReason.REFUSED: CameOf.REFUSED,
    EndReason.NO_KEY: CameOf.PRESSED_NOTHING,
    EndReason.CANCELED_ON_PAGE: CameOf.CALLED_OFF,
    EndReason.CANCELED_BY_PHONE: CameOf.CALLED_OFF,
    EndReason.CARRIER_REFUSED: CameOf.NOT_REACHED,
    EndReason.REFUSED_TO_US: CameOf.NOT_REACHED,
    EndReason.CARRIER_UNREACHABLE: CameOf.NOT_REACHED,
    EndReason.ENDED_BY_TEAM: CameOf.CALLED_OFF,
    EndReason.LOST: CameOf.LOST,
}  # for any other nobody was rung
BY_STATUS: Mapping[CallStatus, CameOf] = {
    CallStatus.BUSY: CameOf.PHONE_BUSY,
    CallStatus.NO_ANSWER: CameOf.NEVER_PICKED_UP,
    CallStatus.FAILED: CameOf.NOT_REACHED,
    CallStatus.CANCELED: CameOf.CALLED_OFF,
}
_REACHED = frozenset({ReportedOutcome.CONTACT, ReportedOutcome.VOICEMAIL})


def came_of(call: LogRow) -> CameOf:
    """The one word for a call."""
    if call.source is CallSource.OWN_PHONE:
        return CameOf.WROTE if call.reported_outcome is ReportedOutcome.WROTE else CameOf.OWN_PHONE
    if call.status not in ENDINGS:
        return CameOf.UNDER_WAY
    corrected = BY_REPORT.get(call.reported_outcome) if call.reported_outcome and call.is_corrected else None
    return corrected or _by_line(call)


def _by_line(call: LogRow) -> CameOf:
    """As its lines show it, and its supporter says."""
    if call.line_outcome is LineOutcome.ANSWERED:
        return _picked_up(call)
    if call.line_outcome:
        return BY_LINE[call.line_outcome]
    if call.end_reason:
        return BY_REASON.get(call.end_reason, CameOf.NOT_RUNG)
    return BY_STATUS.get(call.status) or _hung_up(call)


def disagree(line: LineOutcome | None, said: ReportedOutcome | None) -> bool:
    """Whether the office's line showed something else than its supporter tells."""
    if line is LineOutcome.ANSWERED:
        return said is ReportedOutcome.UNAVAILABLE
    return line is not None and said in _REACHED


def _picked_up(call: LogRow) -> CameOf:
    """Somebody or something picked up at the office: what it was, its supporter knows better than the line."""
    lasted = CameOf.TALKED if (call.talk_seconds or 0) >= TALK_SECONDS else CameOf.OFFICE_PICKED_UP
    return BY_REPORT.get(call.reported_outcome, lasted) if call.reported_outcome else lasted


def _hung_up(call: LogRow) -> CameOf:
    """No office was rung."""
    if call.source is CallSource.HOTLINE and not call.town:
        return CameOf.GAVE_NO_PLACE
    if call.has_no_office:
        return CameOf.NO_OFFICE
    if call.pressed_one or call.source is CallSource.HOTLINE:
        return CameOf.LEFT_BEFORE_OFFICE
    return CameOf.LEFT_IN_GREETING
