"""From where somebody did something, no finer than it need be: a part of the internet, and the kind of device."""

import re
from collections.abc import Mapping
from ipaddress import IPv6Address, ip_address, ip_network

UNKNOWN = "an unknown device"
NOWHERE = "an unknown network"

# What each says of itself; most also claim to be those that come later.
BROWSERS: Mapping[str, str] = {
    r"\bEdg": "Edge",
    r"\bOPR/": "Opera",
    r"\bSamsungBrowser/": "Samsung Internet",
    r"\b(?:Firefox|FxiOS)/": "Firefox",
    r"\b(?:Headless)?Chrom(?:e|ium)/|\bCriOS/": "Chrome",
    r"\bSafari/": "Safari",
}
SYSTEMS: Mapping[str, str] = {
    r"\biPhone\b": "an iPhone",
    r"\biPad\b": "an iPad",
    r"\bAndroid\b": "Android",
    r"\bWindows\b": "Windows",
    r"\bMac OS X\b|\bMacintosh\b": "a Mac",
    r"\bCrOS\b": "a Chromebook",
    r"\bLinux\b": "Linux",
}


def kind_of_device(user_agent: str) -> str:
    """Firefox on Windows."""
    browser, system = _first(BROWSERS, user_agent), _first(SYSTEMS, user_agent)
    if browser and system:
        return f"{browser} on {system}"
    return browser or system or UNKNOWN


def network_of(address: str) -> str:
    """203.0.113.x, or 2001:db8:7::x: whose network it is, but not whose device."""
    try:
        ip = ip_address(address)
    except ValueError:
        return NOWHERE
    if isinstance(ip, IPv6Address) and ip.ipv4_mapped is None:
        return f"{ip_network((int(ip), 48), strict=False).network_address}x"
    return f"{str(getattr(ip, 'ipv4_mapped', None) or ip).rpartition('.')[0]}.x"


def _first(names: Mapping[str, str], user_agent: str) -> str:
    return next((name for pattern, name in names.items() if re.search(pattern, user_agent)), "")
