"""What we read of a carrier's form: only these names, each only in its own shape; all else is as if it had not come."""

import re
from collections.abc import Mapping

SID = re.compile(r"[A-Za-z0-9_.:-]{1,48}")  # 34 characters with Twilio, 36 with others
WORD = re.compile(r"[a-z_-]{1,20}")
NUMBER = re.compile(r"[0-9]{1,6}")
ADDRESS = re.compile(r"[A-Za-z0-9+@.:_-]{1,64}")  # a telephone number, a SIP address, or a word for "withheld"
KEYS = re.compile(r"[0-9*#]{1,64}")
PRINTABLE = re.compile(r"[ -~]{1,64}")
ANYTHING = re.compile(r"(?s).+")  # cleaned by whoever reads it

READ: Mapping[str, re.Pattern[str]] = {
    "AccountSid": SID,
    "AnsweredBy": WORD,
    "CallDuration": NUMBER,
    "CallSid": SID,
    "CallStatus": WORD,
    "DialCallDuration": NUMBER,
    "DialCallSid": SID,
    "DialCallStatus": WORD,
    "Digits": KEYS,
    "Direction": WORD,
    "ErrorCode": NUMBER,
    "From": ADDRESS,
    "Nonce": PRINTABLE,
    "ParentCallSid": SID,
    "SequenceNumber": NUMBER,
    "SipResponseCode": NUMBER,
    "SpeechResult": ANYTHING,
    "Timestamp": PRINTABLE,
    "To": ADDRESS,
}


def read_fields(form: Mapping[str, str]) -> Mapping[str, str]:
    """Of what the carrier sent only what we read, as far as it has the shape of what it says to be."""
    return {name: form[name] for name, shape in READ.items() if name in form and shape.fullmatch(form[name])}
