"""What the value of a setting must look like, and in which words that is said."""

import base64
from collections.abc import Set as AbstractSet
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

KEY_BYTES = 32
THIS_COMPUTER = {"127.0.0.1", "::1", "localhost"}


def computers_address(address: str) -> str:
    """An IP address, as it is usually written.

    Raises:
        ValueError: it is none.
    """
    try:
        return str(ip_address(address))
    except ValueError:
        raise ValueError("must be an IP address: 127.0.0.1, or 0.0.0.0 or :: in a container") from None


def check_mail_server(url: str) -> None:
    """See that it names a mail server, if anything.

    Raises:
        ValueError: it names none, or would send a password in clear.
    """
    server = _mail_server(url)
    if url and server is None:
        raise ValueError("must look like starttls://NAME:PASSWORD@HOST:587 or smtps://NAME:PASSWORD@HOST:465")
    if server and server.scheme == "smtp" and server.password and server.hostname not in THIS_COMPUTER:
        raise ValueError("must begin with starttls:// or smtps://: else everybody on the way reads the password")


def _mail_server(url: str) -> SplitResult | None:
    try:
        server = urlsplit(url)
        is_one = server.scheme in {"smtp", "smtps", "starttls"} and server.hostname and server.port != 0
    except ValueError:  # it may repeat a part of the password
        return None
    return server if is_one else None


def check_keys(keys: str) -> None:
    """See that each of them is one.

    Raises:
        ValueError: one is too short, too long, or not base64.
    """
    for key in filter(None, keys.split(",")):
        if len(base64.b64decode(key, validate=True)) != KEY_BYTES:
            raise ValueError(f"must be base64 of {KEY_BYTES} bytes")


def check_names(names: str, known: AbstractSet[str]) -> None:
    """See that each of them, comma between, is known.

    Raises:
        ValueError: one is not.
    """
    if not known >= set(filter(None, names.replace(" ", "").split(","))):
        raise ValueError(f"must be some of {', '.join(sorted(known))}")


def cure_of(message: str) -> str:
    """What is said of a value that is wrong, in our words alone."""
    return message.removeprefix("Value error, ").removeprefix("Input ")
