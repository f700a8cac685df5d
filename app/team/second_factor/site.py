"""What a passkey is bound to, and what it is asked to sign."""

import secrets
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

LONGEST_NAME = 64  # of a passkey


@dataclass(frozen=True)
class Site:
    """What a passkey is bound to: the host; and where its pages are."""

    host: str
    origin: str

    @property
    def may_have_passkeys(self) -> bool:
        """Browsers make none for a bare number, nor where anybody may read along."""
        try:
            ip_address(self.host)
        except ValueError:
            return self.origin.startswith("https://") or self.host == "localhost"
        return False


def site_of(public_base_url: str) -> Site:
    """The site at this address."""
    parts = urlsplit(public_base_url)
    return Site(parts.hostname or "", f"{parts.scheme}://{parts.netloc.lower()}")


def new_challenge() -> str:
    """What a passkey has to sign, this time alone."""
    return secrets.token_urlsafe(32)
