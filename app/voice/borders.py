"""The signature has no borders between names and values: a request whose borders stand elsewhere is no carrier's.

`CallStat=uscompleted` is signed like `CallStatus=completed` (Twilio's documentation: names and values are joined).
"""

from bisect import bisect
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

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


class Borders(NamedTuple):
    """What names leave open: each documented one that is missing, with the name after which it would stand.

    `begins_early` are those of them that may begin in that name, which is none that we know; `begins_late` says that
    one ends in a name that is there.
    """

    missing: tuple[tuple[str, str], ...]
    begins_early: tuple[tuple[str, str], ...]
    begins_late: bool


def has_moved_borders(form: Mapping[str, str]) -> bool:
    """Whether a documented name that is missing stands across a border of this form.

    Fields are signed in the order of their names: a border that is gone leaves the name in the value before it.
    """
    borders = _borders(tuple(form))
    return (
        borders.begins_late
        or any(name in form[before] for name, before in borders.missing)
        or any((before + form[before]).startswith(name) for name, before in borders.begins_early)
    )


@lru_cache(maxsize=256)
def _borders(names: tuple[str, ...]) -> Borders:
    """Those of forms with these names. The carrier has a few kinds: to look for them takes as long as a signature."""
    ordered = sorted(names)
    places = [(name, bisect(ordered, name)) for name in DOCUMENTED.difference(names)]
    missing = tuple((name, ordered[at - 1]) for name, at in places if at)
    after = ((name, ordered[at]) for name, at in places if at < len(ordered))
    return Borders(
        missing,
        begins_early=tuple((name, before) for name, before in missing if before not in DOCUMENTED),
        begins_late=any(it not in DOCUMENTED and it.startswith(name) for name, it in after),
    )
