"""Reads what the carrier sends: only the fields we know, each in our words."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from flask import request

from app.extensions import given
from app.telephony.outcomes import DIAL_STATUS, LEG_STATUS
from app.telephony.voice_urls import PURPOSE
from app.tokens import BadTokenError
from models import LegStatus

KEYS = frozenset("0123456789*#")


def call_id_of(token: str) -> int | None:
    """The call that the token in the URL stands for."""
    try:
        return int(given().tokens.read(PURPOSE, token))
    except BadTokenError:
        return None


def leg_status() -> LegStatus | None:
    """How the leg is, None for a word that we do not know."""
    return LEG_STATUS.get(request.form.get("CallStatus", ""))


def bridge_status() -> LegStatus | None:
    """How the bridge to the office ended, if this request says so."""
    return DIAL_STATUS.get(request.form.get("DialCallStatus", ""))


def pressed_key() -> str:
    """The one key that was pressed, empty for silence."""
    digits = request.form.get("Digits", "")
    return digits if digits in KEYS and len(digits) == 1 else ""


def seconds(field: str) -> int | None:
    """A whole number of seconds."""
    text = request.form.get(field, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else None  # noqa: PLR2004 - three months


def happened_at() -> datetime:
    """When it happened by the carrier's clock, else now by ours."""
    try:
        moment = parsedate_to_datetime(request.form.get("Timestamp", ""))
    except ValueError:
        return given().clock()
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
