"""Lets the carrier in and nobody else, before anything is read or touched."""

import hmac
import re
from collections.abc import Mapping
from functools import cache
from operator import methodcaller
from urllib.parse import unquote_plus

from flask import abort, g

from app.config import Settings
from app.extensions import given
from app.guard.bodies import whole_body
from app.telephony.profiles import profile_of
from app.telephony.seal import SIGNED_HOW, seal_of
from app.telephony.signature import is_signed, signed_urls
from app.this import this_request
from app.voice.borders import has_moved_borders
from app.voice.fields import read_fields
from app.voice.refused import is_call, refused_runs

MOST_FIELDS = 200  # the carrier sends about thirty
A_BORDER = re.compile("%(?:26|3D)", re.IGNORECASE)  # of a field, or of its name, within one: quoted
AT_BORDER = methodcaller("partition", "=")
ASCII = {said: chr(code) for code in range(128) for said in {f"{code:02X}", f"{code:02x}"}}


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
    this = this_request()
    urls, head = signed_urls(config.public_base_url, this.path), this.environ
    signature = head.get(_as_told(profile_of(config).signature_header))
    return is_signed(urls, fields, signature, seal_of(config, head.get(_as_told(SIGNED_HOW), "")))


@cache
def _as_told(header: str) -> str:
    """A header's name, as servers hand it on."""
    return f"HTTP_{header.upper().replace('-', '_')}"


def _is_about_us(form: Mapping[str, str]) -> bool:
    """Whether it names our account and a call that only the carrier and we know, though its signature does not fit."""
    token = (this_request().view_args or {}).get("token", "")
    account_sid = given().account.settings().twilio_account_sid
    return form.get("AccountSid") == account_sid and is_call(token)


def carrier_form() -> Mapping[str, str]:
    """What we read of what the carrier sent: its signature has been checked."""
    form: Mapping[str, str] = g.carrier_form
    return form


def _fields() -> list[tuple[str, str]]:
    """The form's fields in their order, their names and values as they were before they were sent."""
    body = whole_body(this_request().environ).decode(errors="replace")
    if A_BORDER.search(body):
        return [(as_sent(name), as_sent(value)) for name, value in _apart(body)]
    return _apart(as_sent(body))  # the same, at once


def _apart(text: str) -> list[tuple[str, str]]:
    parts = map(AT_BORDER, text.split("&", MOST_FIELDS))
    return [(name, value) for name, border, value in parts if name or border]


def as_sent(quoted: str) -> str:
    """The text before it was quoted. Of what carriers send nearly all is ASCII, for which that takes a tenth."""
    first, *others = quoted.replace("+", " ").split("%")
    try:
        return first + "".join([ASCII[other[:2]] + other[2:] for other in others])
    except KeyError:
        return unquote_plus(quoted)
