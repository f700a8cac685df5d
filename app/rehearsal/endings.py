"""The ways a rehearsed call can end: what becomes of the supporter's phone, or of every office's line."""

from enum import StrEnum


class Ending(StrEnum):
    """What happens in a rehearsal."""

    ANSWERED = "answered"
    STREET_ADDRESS = "street-address"  # whoever answers asks where they live
    VOICEMAIL = "voicemail"
    MAILBOX_FULL = "mailbox-full"
    BUSY = "busy"
    NO_ANSWER = "no-answer"
    FAILED = "failed"
    CLOSED = "closed"
    SUPPORTER_NO_ANSWER = "supporter-no-answer"
    SUPPORTER_VOICEMAIL = "supporter-voicemail"
    SCREENED = "screened"  # their phone answers by itself, and nobody takes it
    DECLINED = "declined"
    HANGUP = "hangup"
