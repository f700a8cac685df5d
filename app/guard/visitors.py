"""From where a request comes, as far as limits may tell visitors apart."""

from ipaddress import IPv6Address, ip_address

from flask import request

ONE_HOUSEHOLD = 64  # bits of an IPv6 address: the rest is chosen by the device itself, anew for every try if it likes


def this_visitor() -> str:
    """Whose request this is. Behind a proxy, its address is every visitor's until we trust it."""
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
