"""Lets the carrier in and nobody else, before anything is read or touched."""

import hmac
from collections.abc import Mapping
from urllib.parse import unquote_plus

from flask import abort, g, request

from app.config import Settings
from app.extensions import given
from app.telephony.profiles import profile_of
from app.telephony.seal import SIGNED_HOW, seal_of
from app.telephony.signature import is_signed, signed_urls
from app.voice.borders import has_moved_borders
from app.voice.fields import read_fields
from app.voice.refused import is_call, refused_runs

MOST_FIELDS = 200  # the carrier sends about thirty


def refuse_unsigned() -> None:
    """Answer 403 unless the signature and the account are the carrier's, and the form is as it was signed."""
    account, fields = given().account, _fields()
    known, form = account.settings(), dict(reversed(fields))  # of a field that came twice the first
    is_known = _is_of(known, form, fields)
    if not is_known and not ((now := account.looked_again()) is not known and _is_of(now, form, fields)):
        if _is_about_us(form):
            refused_runs().refused()
        abort(403)
    refused_runs().accepted()
    if has_moved_borders(form):
        abort(403)
    g.carrier_form = read_fields(form)


def _is_of(config: Settings, form: Mapping[str, str], fields: list[tuple[str, str]]) -> bool:
    """Whether the carrier sent this, by the account of these settings."""
    account_sid = form.get("AccountSid", "")
    known = hmac.compare_digest(account_sid.encode(), config.twilio_account_sid.encode())
    return bool(known and config.twilio_account_sid) and _is_signed(config, fields)


def _is_signed(config: Settings, fields: list[tuple[str, str]]) -> bool:
    urls = signed_urls(config.public_base_url, request.path)
    signature = request.headers.get(profile_of(config).signature_header)
    return is_signed(urls, fields, signature, seal_of(config, request.headers.get(SIGNED_HOW, "")))


def _is_about_us(form: Mapping[str, str]) -> bool:
    """Whether it names our account and a call that only the carrier and we know, though its signature does not fit."""
    token = (request.view_args or {}).get("token", "")
    account_sid = given().account.settings().twilio_account_sid
    return form.get("AccountSid") == account_sid and is_call(token)


def carrier_form() -> Mapping[str, str]:
    """What we read of what the carrier sent: its signature has been checked."""
    form: Mapping[str, str] = g.carrier_form
    return form


def _fields() -> list[tuple[str, str]]:
    """The form's fields in their order."""
    body = request.get_data(cache=False).decode(errors="replace")
    return [_field(field) for field in body.split("&", MOST_FIELDS) if field]


def _field(field: str) -> tuple[str, str]:
    """Its name and value as they were before they were sent; most are sent as they are."""
    name, _, value = field.partition("=")
    return (unquote_plus(name), unquote_plus(value)) if "%" in field or "+" in field else (name, value)
