"""What the value of a setting must look like, and in which words that is said."""

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

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
