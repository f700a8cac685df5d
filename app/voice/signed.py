"""Lets the carrier in and nobody else, before anything is read or touched."""

import hmac

from flask import abort, request
from werkzeug.datastructures import ImmutableMultiDict
from werkzeug.exceptions import RequestEntityTooLarge

from app.extensions import settings
from app.telephony.signature import is_signed, signed_url

LARGEST_FORM = 64 * 1024  # bytes; the carrier's forms have a few thousand


def refuse_unsigned() -> None:
    """Answer 403 unless the signature and the account are the carrier's."""
    config, form = settings(), _form()
    url = signed_url(config.public_base_url, request.path)
    signed = is_signed(url, form, request.headers.get("X-Twilio-Signature"), config.auth_tokens)
    account = form.get("AccountSid", "")
    known = hmac.compare_digest(account.encode(), config.twilio_account_sid.encode())
    if not (signed and known and config.twilio_account_sid):
        abort(403)


def _form() -> ImmutableMultiDict[str, str]:
    """The form, refused where it is larger than any of the carrier's."""
    request.max_content_length = LARGEST_FORM
    try:
        return request.form
    except RequestEntityTooLarge:
        abort(403)
