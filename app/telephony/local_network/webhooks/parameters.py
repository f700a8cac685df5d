"""The form parameters Twilio sends with every webhook of a leg, and those of status callbacks."""

import math
from email.utils import format_datetime

from app.telephony.local_network.legs import Leg

API_VERSION = "2010-04-01"
CALLBACK_STATUS = {"initiated": "initiated", "ringing": "ringing", "answered": "in-progress"}


def of_leg(leg: Leg, account_sid: str) -> dict[str, str]:
    """Parameters that are always there; the places are empty, as for numbers Twilio cannot place."""
    parameters = {
        "CallSid": leg.sid,
        "AccountSid": account_sid,
        "From": leg.caller,
        "To": leg.to,
        "Caller": leg.caller,
        "Called": leg.to,
        "CallStatus": leg.status,
        "ApiVersion": API_VERSION,
        "Direction": leg.direction,
    }
    for end in ("From", "To"):
        parameters |= {f"{end}City": "", f"{end}State": "", f"{end}Zip": "", f"{end}Country": "US"}
    if leg.direction == "inbound":
        parameters["StirVerstat"] = "TN-Validation-Passed-B"
    if leg.parent:
        parameters["ParentCallSid"] = leg.parent.sid
    return parameters


def of_progress(leg: Leg, event: str, account_sid: str) -> dict[str, str]:
    """Parameters of a status callback: `CallDuration` in seconds, `Duration` in billed minutes."""
    parameters = of_leg(leg, account_sid) | {
        "CallStatus": CALLBACK_STATUS.get(event, leg.status),
        "Timestamp": format_datetime(leg.clock.now()),
        "CallbackSource": "call-progress-events",
        "SequenceNumber": str(leg.sequence),
    }
    if event == "completed":
        seconds = leg.seconds or 0
        parameters |= {
            "CallDuration": str(seconds),
            "Duration": str(math.ceil(seconds / 60)),
            "SipResponseCode": str(leg.sip_code),
        }
    return parameters


def of_detection(leg: Leg, answered_by: str, seconds: float, account_sid: str) -> dict[str, str]:
    """Parameters of the callback of machine detection, which took so many seconds."""
    return {
        "CallSid": leg.sid,
        "AccountSid": account_sid,
        "AnsweredBy": answered_by,
        "MachineDetectionDuration": str(round(seconds * 1000)),
    }
