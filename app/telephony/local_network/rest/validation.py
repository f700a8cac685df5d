"""What Twilio refuses when a call is placed, with its codes and its magic numbers."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from werkzeug.datastructures import MultiDict

from app.telephony.local_network.account.account import Account
from app.telephony.local_network.account.refusing import not_active, not_to_call
from app.telephony.local_network.rest.errors import RestError, not_allowed

E164 = re.compile(r"\+[1-9]\d{6,14}")
NORTH_AMERICAN = re.compile(r"\+1[2-9]\d{2}[2-9]\d{6}")
PREMIUM = re.compile(r"\+1900\d{7}|\+1\d{3}976\d{4}")
LONGEST_TWIML = 4000
LONGEST_TIMEOUT = 600

MAGIC_OK_FROM = "+15005550006"
MAGIC_FROM = {"+15005550001": (21212, "The 'From' number {} is not a valid phone number.")}
MAGIC_TO = {
    "+15005550001": (21217, "Phone number {} is not a valid phone number."),
    "+15005550002": (21214, "'To' phone number {} cannot be reached."),
    "+15005550003": (21215, "Account not authorized to call {}."),
    "+15005550004": (21216, "Account not allowed to call {}."),
}
MARKS = re.compile(r"[\s().-]")


def check_order(form: MultiDict[str, str], account: Account) -> None:
    """Check whether the account may place calls at all, the parameters of a new one, and whether it may place this one.

    Raises:
        RestError: with Twilio's code for the first thing that is wrong.
    """
    if refused := not_active(account):
        raise not_allowed(refused)
    check_parameters(form, account.may_show)
    if refused := not_to_call(account, plain(form["To"])):
        raise not_allowed(refused)


def check_parameters(form: MultiDict[str, str], may_show: Callable[[str], bool]) -> None:
    """Check the parameters of a new call in Twilio's order.

    Raises:
        RestError: with Twilio's code for the first thing that is wrong.
    """
    _check_to(form.get("To", ""))
    _check_from(form.get("From", ""), may_show)
    _check_document(form)
    for name in ("FallbackUrl", "StatusCallback"):
        if form.get(name):
            require_url(form[name], 21609 if name == "StatusCallback" else 21205)


def plain(number: str) -> str:
    """Drop the marks people write numbers with."""
    return MARKS.sub("", number)


def require_url(url: str, code: int) -> None:
    """Check that Twilio would call this URL.

    Raises:
        RestError: it is not http(s), has no host, or its host has an underscore.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or "_" in parts.hostname:
        raise RestError(code, f"Url is not a valid URL: {url}")


def _check_to(written: str) -> None:
    number = plain(written)
    if not number:
        raise RestError(21201, "No 'To' number is specified")
    if number in MAGIC_TO:
        code, text = MAGIC_TO[number]
        raise RestError(code, text.format(number))
    if not E164.fullmatch(number):
        raise RestError(21211, f"Invalid 'To' Phone Number: {written}")
    if PREMIUM.fullmatch(number):
        raise RestError(21202, f"'To' phone number {number} is a premium number.")
    if number.startswith("+1") and not NORTH_AMERICAN.fullmatch(number):
        raise RestError(21217, f"Phone number {number} is not a valid phone number.")


def _check_from(written: str, may_show: Callable[[str], bool]) -> None:
    number = plain(written)
    if not number:
        raise RestError(21213, "No 'From' number is specified")
    if number in MAGIC_FROM:
        code, text = MAGIC_FROM[number]
        raise RestError(code, text.format(number))
    if not E164.fullmatch(number):
        raise RestError(21212, f"Invalid 'From' Phone Number: {written}")
    if not may_show(number) and number != MAGIC_OK_FROM:
        raise RestError(21210, f"Phone number {number} is not verified for your account.")


def _check_document(form: MultiDict[str, str]) -> None:
    if form.get("Url"):
        require_url(form["Url"], 21205)
    elif not form.get("Twiml"):
        raise RestError(21205, "Url parameter is required.")
    elif len(form["Twiml"]) > LONGEST_TWIML:
        raise RestError(21218, f"Twiml is longer than {LONGEST_TWIML} characters.")
