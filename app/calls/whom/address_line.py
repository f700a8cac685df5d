"""Completes a street address to the one line that a geocoder takes: street, place, state, ZIP code."""

import re

from app.representatives import HowFound, Resolution, ResolutionKind, resolve

# Whoever ends with a ZIP code, with Massachusetts, or with a state next door has named the place before it.
COMPLETE = re.compile(
    r"(\b\d{5}(-\d{4})?|\b(ma|mass|massachusetts)|,\s*(ct|me|nh|ny|ri|vt))\W*$", re.IGNORECASE | re.ASCII
)
KNOWN = frozenset({ResolutionKind.FOUND, ResolutionKind.CHOOSE})


def address_line(address: str, place: Resolution, zip_code: str) -> str:
    """The address, with what is known of its place unless it names a place itself."""
    if COMPLETE.search(address):
        return address
    town = _town(place)
    where = [] if _names_a_place(address, town) else [town]
    digits = zip_code or place.place.zip_code
    return ", ".join(part for part in (address.strip(" ,"), *where, f"MA {digits}".strip()) if part)


def _town(place: Resolution) -> str:
    """The village, else the town; nothing where there are several."""
    if place.how is HowFound.VILLAGE:
        return place.place.name
    return place.towns[0] if len(place.towns) == 1 else ""


def _names_a_place(address: str, town: str) -> bool:
    """Whether an address ends with the town, or with any place of ours after a comma."""
    if town and address.casefold().endswith(f" {town.casefold()}"):
        return True
    return "," in address and resolve(address.rpartition(",")[2]).kind in KNOWN
