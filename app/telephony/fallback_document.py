"""Fetches the document that answers callers when this server does not: from an address that somebody typed.

Whoever may type it must not learn by it what stands inside our network: only public addresses are asked, at the very
address that was looked at, without following any redirect, and of the answer nothing is shown.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable, Collection
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urlsplit

from app.setting_values import THIS_COMPUTER

if TYPE_CHECKING:
    import urllib3

SECONDS = 5
LARGEST = 64 * 1024  # what the carrier reads
ANSWERS = re.compile(rb"<Response\b.*<(Say|Play)\b.*</Response>", re.DOTALL)
TEXT = """<?xml version="1.0" encoding="UTF-8"?>
<Response>
  <Say voice="Polly.Joanna" language="en-US">We are sorry: our service does not answer just now. Please call again a \
little later, or call your representative's office directly. Goodbye.</Say>
</Response>"""


class NotTheDocument(Exception):
    """It cannot be used: a sentence that says why."""


NO_ADDRESS = NotTheDocument("Enter an address that begins with https:// and has no port and no password in it.")
NOT_PUBLIC = NotTheDocument("That address is not on the internet: the carrier could not reach it.")
NO_ANSWER = NotTheDocument("There was no answer within five seconds. Is the address right?")
NO_DOCUMENT = NotTheDocument("That address answers, but not with such a document: paste the text below there.")


def addresses_of(host: str) -> Collection[str]:
    """Where a name leads."""
    return {str(found[4][0]) for found in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)}


def check_document(
    url: str, *, on_this_computer: bool, resolve: Callable[[str], Collection[str]] = addresses_of
) -> None:
    """Look whether the address gives a document that speaks to callers.

    `on_this_computer` is for a carrier that is there too: the demo, and tests.

    Raises:
        NotTheDocument: it does not.
    """
    import urllib3  # noqa: PLC0415 - only who sets the carrier up pays for it

    parts = _parts(url)
    if parts.hostname in THIS_COMPUTER and on_this_computer:
        pool: urllib3.HTTPConnectionPool = urllib3.HTTPConnectionPool(str(parts.hostname), parts.port)
    else:
        pool = _pool(parts, resolve)
    try:
        answer = pool.urlopen(
            "POST",
            parts.path or "/",
            headers={"Host": parts.netloc},
            redirect=False,
            retries=False,
            timeout=SECONDS,
            preload_content=False,
        )
        body = answer.read(LARGEST)
    except (urllib3.exceptions.HTTPError, OSError):
        raise NO_ANSWER from None
    finally:
        pool.close()
    if answer.status != 200 or not ANSWERS.search(body):  # noqa: PLR2004 - the one status that means it is there
        raise NO_DOCUMENT


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        is_one = parts.hostname and not parts.username and (parts.hostname in THIS_COMPUTER or not parts.port)
    except ValueError:
        raise NO_ADDRESS from None
    if not is_one or (parts.scheme != "https" and parts.hostname not in THIS_COMPUTER):
        raise NO_ADDRESS
    return parts


def _pool(parts: SplitResult, resolve: Callable[[str], Collection[str]]) -> urllib3.HTTPSConnectionPool:
    """At the address that was looked at: the name may lead elsewhere a moment later."""
    import urllib3  # noqa: PLC0415 - see above

    host = str(parts.hostname)
    try:
        addresses = resolve(host)
    except OSError:
        raise NO_ANSWER from None
    if not addresses or not all(ip_address(one).is_global for one in addresses):
        raise NOT_PUBLIC
    return urllib3.HTTPSConnectionPool(min(addresses), 443, server_hostname=host, assert_hostname=host)
