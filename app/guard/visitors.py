"""From where a request comes, as far as limits may tell visitors apart."""

from datetime import datetime
from ipaddress import IPv6Address, ip_address

from flask import request

from app.clock import eastern_day

ONE_HOUSEHOLD = 64  # bits of an IPv6 address: the rest is chosen by the device itself, anew for every try if it likes


def this_visitor(now: datetime) -> str:
    """Whose request this is, today: of whoever comes again tomorrow no hash is the same."""
    return f"{eastern_day(now)} {this_address()}"


def this_address() -> str:
    """From where this request comes. Behind a proxy that is not trusted, its address is everybody's."""
    return visitor_at(request.remote_addr or "")


def visitor_at(address: str) -> str:
    """One visitor's name for all addresses that are theirs; whoever has none is one visitor with all who have none."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return ""
    if not isinstance(parsed, IPv6Address):
        return str(parsed)
    within = parsed.ipv4_mapped or IPv6Address(int(parsed) >> ONE_HOUSEHOLD << ONE_HOUSEHOLD)
    return str(within)
