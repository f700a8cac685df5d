"""Reads what the carrier sends: only the fields we know, each in our words."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from app.calls.run.report import StatusReport
from app.calls.steps.heard import BridgeEnd, Heard
from app.extensions import given, settings
from app.guard.phone_numbers import PhoneNumberError, parse_phone
from app.guard.tokens import BadTokenError
from app.language.text import clean_text
from app.request_id import about_call
from app.telephony.outcomes import ANSWERED_BY, DIAL_STATUS, LEG_STATUS
from app.telephony.voice_urls import PURPOSE
from app.voice.signed import carrier_form
from models import LegStatus

LONGEST_SPEECH = 100
MOST_KEYS = 10
LONGEST_CALL = 86_400  # seconds
CLOCKS_DIFFER = timedelta(days=1)  # more than any two clocks that are right
# What carriers send for a number that is withheld: RESTRICTED, which would be a Texan's, and others, in keys.
SPELLED = re.compile(r"\+1?(?:737874(?:2833|2883)|2562533|8656696|266696687|86282452253)")

Form = Mapping[str, str]


def call_id_of(token: str) -> int | None:
    """The call that the token in the URL stands for; what is logged from now on is about it."""
    try:
        call_id = int(given().tokens.read(PURPOSE, token))
    except BadTokenError:
        return None
    about_call(call_id)
    return call_id


def heard() -> Heard:
    """What this request says of a turn."""
    form = carrier_form()
    return Heard(
        leg=form.get("CallSid", ""),
        keys=pressed_keys(form),
        speech=speech(form),
        caller=caller(form),
        bridge=bridge_end(form),
        form=form,
    )


def leg_status(form: Form) -> LegStatus | None:
    """How the leg is, None for a word that we do not know."""
    return LEG_STATUS.get(form.get("CallStatus", ""))


def bridge_end(form: Form) -> BridgeEnd | None:
    """How the bridge to the office ended, if this request says so."""
    status = DIAL_STATUS.get(form.get("DialCallStatus", ""))
    return BridgeEnd(status, form.get("DialCallSid", ""), seconds(form, "DialCallDuration")) if status else None


def pressed_keys(form: Form) -> str:
    """The keys that were pressed, at most ten, empty for silence."""
    return form.get("Digits", "")[:MOST_KEYS]


def speech(form: Form) -> str:
    """What was said, as far as the carrier understood it."""
    said = form.get("SpeechResult")
    return clean_text(said, limit=LONGEST_SPEECH) if said else ""


def caller(form: Form) -> str | None:
    """The number of whoever dialed in, None where it is withheld or none that we could ring."""
    number = form.get("From", "")
    if form.get("Direction") != "inbound" or not number.startswith("+") or SPELLED.fullmatch(number):
        return None
    try:
        return parse_phone(number, fictional=settings().fictional_numbers)
    except PhoneNumberError:
        return None


def seconds(form: Form, field: str) -> int | None:
    """A whole number of seconds, None for none, and for more than a call can last."""
    told = form.get(field)
    return int(told) if told is not None and int(told) <= LONGEST_CALL else None


def happened_at(form: Form) -> datetime:
    """When it happened by the carrier's clock, else now by ours."""
    now = given().clock()
    try:
        told = parsedate_to_datetime(form.get("Timestamp", ""))
        moment = told if told.tzinfo else told.replace(tzinfo=UTC)
        return moment if abs(moment - now) <= CLOCKS_DIFFER else now
    except (ValueError, OverflowError):
        return now


def status_report(rank: int | None) -> StatusReport | None:
    """What the carrier reports of a leg, None for a status that we do not know."""
    form = carrier_form()
    now, sid = leg_status(form), form.get("CallSid", "")
    if now is None or not sid:
        return None
    return StatusReport(
        sid=sid,
        rank=rank,
        status=now,
        sequence=form.get("SequenceNumber", now),
        happened_at=happened_at(form),
        duration=seconds(form, "CallDuration"),
        form=form,
    )


def answered_by(form: Form) -> str | None:
    """What the carrier takes the voice for that picked up, None for what we do not know."""
    told = form.get("AnsweredBy", "")
    return told if told in ANSWERED_BY else None
