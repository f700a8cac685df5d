"""Why an account is not used: what the carrier said when it was tried, in words that say what to do."""

from app.carrier_setup.looked import KEY, Looked

NO_SUCH_PAIR = 20003
TEST_CREDENTIALS = 20008
NOT_THIS_PAIR = (
    "The carrier does not know this account SID with this auth token. Copy both once more, from the same page of the "
    "same account; if the token was changed there, only the new one fits."
)
NOT_THIS_KEY = (
    "The carrier takes account SID and auth token, but not this API key: its secret is wrong, it is a key of another "
    "account, or it may not place calls. Make a new key in this very account, and paste its SID and secret."
)
ONLY_FOR_TESTS = (
    "These are test credentials, which ring nobody. Take account SID and auth token from the first page of the "
    "carrier's console."
)
SILENT = (
    "The carrier gave no answer within {seconds:g} seconds, so nothing was changed. Try again in a minute; if that "
    "does not help, see whether the carrier has trouble, or this server no way out."
)


def why_not_used(looked: Looked, *, seconds: float) -> str | None:
    """A sentence; None where the carrier took what was pasted, whatever else is wrong with the account."""
    if looked.silent_at in {"account", KEY}:
        return SILENT.format(seconds=seconds)
    if looked.takes_key is False:
        return NOT_THIS_KEY
    if looked.refused is None:
        return None
    if looked.refused == TEST_CREDENTIALS:
        return ONLY_FOR_TESTS
    return NOT_THIS_PAIR if looked.refused in {0, NO_SUCH_PAIR} else f"{NOT_THIS_PAIR} (It said {looked.refused}.)"
