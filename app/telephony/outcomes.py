"""The carrier's words, and ours for them: the only place where both stand."""

from models import CallStatus, LegStatus, LineOutcome

LEG_STATUS = {
    "queued": LegStatus.QUEUED,
    "initiated": LegStatus.INITIATED,
    "ringing": LegStatus.RINGING,
    "in-progress": LegStatus.IN_PROGRESS,
    "completed": LegStatus.COMPLETED,
    "busy": LegStatus.BUSY,
    "no-answer": LegStatus.NO_ANSWER,
    "failed": LegStatus.FAILED,
    "canceled": LegStatus.CANCELED,
}

# What the supporter's leg says about the call …
SUPPORTER_LEG = {
    LegStatus.QUEUED: CallStatus.DIALING,
    LegStatus.INITIATED: CallStatus.DIALING,
    LegStatus.RINGING: CallStatus.RINGING,
    LegStatus.IN_PROGRESS: CallStatus.ANSWERED,
    LegStatus.COMPLETED: CallStatus.COMPLETED,
    LegStatus.BUSY: CallStatus.BUSY,
    LegStatus.NO_ANSWER: CallStatus.NO_ANSWER,
    LegStatus.FAILED: CallStatus.FAILED,
    LegStatus.CANCELED: CallStatus.CANCELED,
}

# … and what the office's leg says about it: while that leg lives the call goes on, and when it ends we ask.
OFFICE_LEG = {
    LegStatus.QUEUED: CallStatus.CONNECTING,
    LegStatus.INITIATED: CallStatus.CONNECTING,
    LegStatus.RINGING: CallStatus.CONNECTING,
    LegStatus.IN_PROGRESS: CallStatus.TALKING,
    LegStatus.COMPLETED: CallStatus.ASKING,
    LegStatus.BUSY: CallStatus.ASKING,
    LegStatus.NO_ANSWER: CallStatus.ASKING,
    LegStatus.FAILED: CallStatus.ASKING,
    LegStatus.CANCELED: CallStatus.ASKING,
}

# "Completed" says that something picked up: a person or a machine. Only the supporter can tell which.
LINE_OUTCOME = {
    LegStatus.IN_PROGRESS: LineOutcome.ANSWERED,
    LegStatus.COMPLETED: LineOutcome.ANSWERED,
    LegStatus.BUSY: LineOutcome.BUSY,
    LegStatus.NO_ANSWER: LineOutcome.NO_ANSWER,
    LegStatus.FAILED: LineOutcome.FAILED,
    LegStatus.CANCELED: LineOutcome.CANCELED,
}

# How a bridge ended, as its action URL is told ("answered" is said of conferences only, and means the same).
DIAL_STATUS = LEG_STATUS | {"answered": LegStatus.COMPLETED}

# Error codes by which the carrier says that it did not process a request at all.
NOT_PROCESSED = frozenset({20429, 10004})

# What its machine detection takes the voice for that picked up.
ANSWERED_BY = frozenset({"human", "machine_start", "fax", "unknown"})
