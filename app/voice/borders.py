"""The signature has no borders between names and values: a request whose borders stand elsewhere is no carrier's.

`CallStat=uscompleted` is signed like `CallStatus=completed` (Twilio's documentation: names and values are joined).
"""

from bisect import bisect
from collections.abc import Mapping, Sequence

# What requests for a voice call have, by Twilio's documentation (as of November 2026); what it adds later is let in.
DOCUMENTED = frozenset((
    "AccountSid", "AnsweredBy", "ApiVersion", "CallDuration", "CallSid", "CallStatus", "CallToken",
    "CallbackSource", "Called", "CalledCity", "CalledCountry", "CalledState", "CalledZip", "Caller", "CallerCity",
    "CallerCountry", "CallerName", "CallerState", "CallerZip", "Confidence", "DialBridged", "DialCallDuration",
    "DialCallSid", "DialCallStatus", "Digits", "Direction", "Duration", "ErrorCode", "ErrorUrl", "FinishedOnKey",
    "ForwardedFrom", "From", "FromCity", "FromCountry", "FromState", "FromZip", "Language",
    "MachineDetectionDuration", "ParentCallSid", "RecordingDuration", "RecordingSid", "RecordingUrl",
    "SequenceNumber", "SipResponseCode", "SpeechResult", "StirPassportToken", "StirVerstat", "Timestamp", "To",
    "ToCity", "ToCountry", "ToState", "ToZip",
))  # fmt: skip


def has_moved_borders(form: Mapping[str, str]) -> bool:
    """Whether a documented name that is missing stands across a border of this form.

    Fields are signed in the order of their names: a border that is gone leaves the name in the value before it.
    """
    names = sorted(form)
    return any(_is_hidden(name, names, form) for name in DOCUMENTED.difference(names))


def _is_hidden(missing: str, names: Sequence[str], form: Mapping[str, str]) -> bool:
    at = bisect(names, missing)
    before, after = names[at - 1] if at else "", names[at] if at < len(names) else ""
    told = form.get(before, "")
    begins_early = before not in DOCUMENTED and (before + told).startswith(missing)
    begins_late = after not in DOCUMENTED and after.startswith(missing)
    return missing in told or begins_early or begins_late
