"""Reads an account SID and an auth token as people paste them, and says what is wrong with them."""

import re

from app.config import TWILIO_API

TWILIO_SID = re.compile(r"AC[0-9a-fA-F]{32}")
API_KEY = re.compile(r"SK[0-9a-fA-F]{32}")
LONGEST = 64
SID_MISSING = "Paste the account SID: the carrier shows it on the first page of its console."
SID_IS_KEY = (
    "This is an API key. It may place calls, but the carrier signs with the account's auth token, which a key cannot "
    "check: paste the account SID, which begins with AC, and the account's auth token; the key comes after them."
)
SID_WRONG = "An account SID is AC and 32 more digits and letters from a to f: paste it once more, all of it."
TOKEN_MISSING = "Paste the auth token: the carrier shows it on the first page of its console, beside the account SID."  # nosec B105
TOKEN_IS_SID = "This is an account SID once more. The auth token stands below it, and is shown once you press “Show”."  # nosec B105
TOKEN_WRONG = "This is too long for an auth token: paste it alone."  # nosec B105


class NotCredentials(ValueError):
    """What was typed can be no such thing: a sentence that says what to do instead."""


def account_sid_of(typed: str, *, api_base_url: str) -> str:
    """The account SID; spaces and line ends that came along are dropped.

    Raises:
        NotCredentials: it can be none.
    """
    sid = "".join(typed.split())
    if not sid:
        raise NotCredentials(SID_MISSING)
    if API_KEY.fullmatch(sid):
        raise NotCredentials(SID_IS_KEY)
    if (api_base_url == TWILIO_API and not TWILIO_SID.fullmatch(sid)) or not is_plain(sid):
        raise NotCredentials(SID_WRONG)
    return sid


def auth_token_of(typed: str) -> str:
    """The auth token, without the spaces that came along.

    Raises:
        NotCredentials: it can be none.
    """
    token = "".join(typed.split())
    if not token:
        raise NotCredentials(TOKEN_MISSING)
    if TWILIO_SID.fullmatch(token):
        raise NotCredentials(TOKEN_IS_SID)
    if not is_plain(token):
        raise NotCredentials(TOKEN_WRONG)
    return token


def is_plain(text: str) -> bool:
    """Whether it can be part of what opens an account: no longer than that, and without strange letters."""
    return text.isascii() and text.isprintable() and len(text) <= LONGEST
