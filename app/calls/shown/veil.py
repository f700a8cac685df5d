"""Until 1 is pressed nobody knows whose phone it is: of such a call is told that it rings, then that it is over."""

from dataclasses import replace
from datetime import timedelta

from app.calls.shown.progress import Progress
from models import ENDINGS, CallSource, CallStatus, EndReason

# The words before the first key, thrice, and the waiting after each. Whoever needs more time is waited for longer.
LONGEST_GREETING = timedelta(seconds=75)

# What happens before a phone rings is no secret of whoever has it.
BEFORE = frozenset({CallStatus.SCHEDULED, CallStatus.REQUESTED, CallStatus.DIALING})
# Nor is why a call failed that says nothing of who has the phone, or of what they did.
OURS = frozenset(
    {
        EndReason.CARRIER_REFUSED,
        EndReason.REFUSED_TO_US,
        EndReason.CARRIER_UNREACHABLE,
        EndReason.CAMPAIGN_NOT_LIVE,
        EndReason.WAITED_TOO_LONG,
        EndReason.NUMBER_BUSY,
        EndReason.QUIET_HOURS,
        EndReason.OFFICE_HAD_ENOUGH,
        EndReason.WAVE_OVER,
        EndReason.CAMPAIGN_HAD_ENOUGH,
        EndReason.LOST,
        EndReason.NUMBER_GONE,
        EndReason.EXPIRED,
        EndReason.NOBODY_THERE,
    }
)


def is_veiled(progress: Progress) -> bool:
    """Whether it may still be a stranger's phone that rings, or rang. Whoever dialed us themselves is none."""
    if progress.has_pressed_one or progress.source is CallSource.HOTLINE:
        return False
    return progress.call.status not in BEFORE and progress.end_reason not in OURS and not _was_never_rung(progress)


def is_silent(progress: Progress) -> bool:
    """Whether it is over, and nobody knows whether its phone ever rang: nobody pressed 1 there."""
    return progress.ended and progress.call.status is CallStatus.COMPLETED and is_veiled(progress)


def veiled(progress: Progress, rings_for: timedelta, *, was_canceled: bool) -> Progress:
    """The call as its page may tell it.

    It rings for as long as that may take at most, whatever became of it: from when it is over one could tell whether
    somebody picked up. Where it `was_canceled` on the page it is over there at once, in any case.
    """
    if not is_veiled(progress):
        return progress
    if was_canceled:
        return _as(progress, CallStatus.CANCELED, EndReason.CANCELED_ON_PAGE)
    return _as(progress, CallStatus.COMPLETED if _is_over(progress, rings_for) else CallStatus.RINGING)


def _was_never_rung(progress: Progress) -> bool:
    """Whether it was canceled on the page before."""
    return progress.rang_at is None and progress.end_reason is EndReason.CANCELED_ON_PAGE


def _is_over(progress: Progress, rings_for: timedelta) -> bool:
    if progress.call.status not in ENDINGS:
        return False
    if progress.end_reason is EndReason.CANCELED_BY_PHONE:  # long before its time
        return True
    began = progress.rang_at or progress.ended_at
    return began is None or progress.read_at - began >= rings_for


def _as(progress: Progress, status: CallStatus, reason: EndReason | None = None) -> Progress:
    call = replace(progress.call, status=status, line_outcome=None)
    return replace(
        progress,
        call=call,
        end_reason=reason,
        talk_seconds=None,
        reported_outcome=None,
        booked=None,
        is_being_found_out=False,
    )
