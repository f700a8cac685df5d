"""Lets the carrier in and nobody else, before anything is read or touched."""

import hmac
from collections.abc import Mapping
from urllib.parse import unquote_plus

from flask import abort, g, request
from werkzeug.exceptions import RequestEntityTooLarge

from app.extensions import settings
from app.telephony.signature import is_signed, signed_url

LARGEST_FORM = 64 * 1024  # bytes; the carrier's forms have a few thousand
MOST_FIELDS = 200  # the carrier sends about thirty


def refuse_unsigned() -> None:
    """Answer 403 unless the signature and the account are the carrier's."""
    config, fields = settings(), _fields()
    form = dict(reversed(fields))  # of a field that came twice the first
    url = signed_url(config.public_base_url, request.path)
    signed = is_signed(url, fields, request.headers.get("X-Twilio-Signature"), config.auth_tokens)
    known = hmac.compare_digest(form.get("AccountSid", "").encode(), config.twilio_account_sid.encode())
    if not (signed and known and config.twilio_account_sid):
        abort(403)
    g.carrier_form = form


def carrier_form() -> Mapping[str, str]:
    """What the carrier sent, read once: its signature has been checked."""
    form: Mapping[str, str] = g.carrier_form
    return form


def _fields() -> list[tuple[str, str]]:
    """The form's fields in their order, refused where it is larger than any of the carrier's."""
    request.max_content_length = LARGEST_FORM
    try:
        body = request.get_data(cache=False).decode(errors="replace")
    except RequestEntityTooLarge:
        abort(403)
    return [_field(field) for field in body.split("&", MOST_FIELDS) if field]


def _field(field: str) -> tuple[str, str]:
    """Its name and value as they were before they were sent; most are sent as they are."""
    name, _, value = field.partition("=")
    return (unquote_plus(name), unquote_plus(value)) if "%" in field or "+" in field else (name, value)
