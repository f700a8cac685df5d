"""Reads an API key and its secret as people paste them, and says what is wrong with them."""

from app.carrier_setup.typed import API_KEY, NotCredentials, is_plain

KEY_WRONG = "An API key's SID is SK and 32 more digits and letters from a to f: paste it once more, all of it."
KEY_MISSING = "Paste the API key's SID too: it begins with SK. Without a key leave both fields empty."
SECRET_MISSING = (
    "Paste the API key's secret too. The carrier shows it once, when the key is made: if it is lost, make another key."  # nosec B105
)
SECRET_WRONG = "This is no secret of an API key: paste it alone."  # nosec B105


def api_key_sid_of(typed: str) -> str:
    """The key's SID; empty where no key is to be used.

    Raises:
        NotCredentials: it can be none.
    """
    sid = "".join(typed.split())
    if sid and not API_KEY.fullmatch(sid):
        raise NotCredentials(KEY_WRONG)
    return sid


def api_key_secret_of(typed: str, *, key_sid: str) -> str:
    """Its secret; empty where no key is to be used.

    Raises:
        NotCredentials: it can be none, or one of the two is missing.
    """
    secret = "".join(typed.split())
    if key_sid and not secret:
        raise NotCredentials(SECRET_MISSING)
    if secret and not key_sid:
        raise NotCredentials(KEY_MISSING)
    if not is_plain(secret) or API_KEY.fullmatch(secret):
        raise NotCredentials(SECRET_WRONG)
    return secret
