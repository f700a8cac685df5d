"""Recognises a street address in what was typed, so that the place it names counts as if it stood alone."""

import re

_KINDS = (
    "alley avenue ave av boulevard blvd circle cir close court ct drive dr highway hwy lane ln parkway pkwy place pl "
    "plaza road rd row square sq street st terrace ter terr trail trl turnpike tpke way wharf"
)
_KIND = rf"(?:{'|'.join(_KINDS.split())})\b\.?"
_NUMBER = r"^\W*\d{1,5}(?:\s?[a-z](?=\s)|\s?1[/\u2044]2|-\d{1,5})?\s+"
_ROUTE = r"(?:(?:state|us)\s+)?(?:route|rte|rt|highway|hwy)\b\.?[\s-]*\d{1,3}[a-z]?\b"
_BEGINS_WITH_NUMBER = re.compile(r"\W*\d")
_UNITS = r"(?:#|(?:apartment|apt|unit|suite|ste|floor|fl|room|rm)\b\.?)"
_UNIT = rf"(?:[\s,]*(?:{_UNITS}\s*[\w-]{{1,6}}|\d{{1,2}}(?:st|nd|rd|th)\s+(?:floor|fl)\b\.?))?"
# "25 Main Street North, Reading" lies in Reading: a direction right before a comma is the street's.
_DIRECTION = (
    rf"(?:[\s,]+(?:(?:n(?:orth|o)?|s(?:outh|o)?)(?:east|west|[ew])?|e(?:ast)?|w(?:est)?)\b\.?(?=\s*[,;]|\s+{_UNITS}))?"
)
_ANY_STREET = re.compile(rf"\b(?:\d{{1,5}}[a-z]?\s+[^\W\d]|{_KIND})", re.IGNORECASE)
_UNIT_FIRST = re.compile(rf"^\W*{_UNITS}\s*[\w-]{{1,6}}\s*,\s*(?=\d)", re.IGNORECASE)
_WITH_KIND = re.compile(
    rf"{_NUMBER}(?:broadway|{_ROUTE}|(?:[\w.'-]+\s+){{1,4}}?{_KIND}(?!\s+{_KIND}))"
    rf"{_DIRECTION}{_UNIT}(?:[\s,]+(?P<place>.*))?$",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE_COMMA = re.compile(rf"{_NUMBER}[^\d,;]*[a-z][^,;]*?{_UNIT}\s*[,;](?P<place>.*)$", re.IGNORECASE | re.DOTALL)


def may_hold_street(text: str) -> bool:
    """Whether a street, or a house number, may stand anywhere in it: rather once too often."""
    return bool(_ANY_STREET.search(text))


def without_street(text: str) -> tuple[str, str]:
    """The text without house number, street and apartment, and these if they stood at its beginning.

    "12 Maple St N Apt 3, Holyoke" leaves "Holyoke", and "12 Maple St" leaves nothing.
    """
    text = _UNIT_FIRST.sub("", text)
    if not _BEGINS_WITH_NUMBER.match(text):
        return text, ""
    found = _WITH_KIND.match(text) or _BEFORE_COMMA.match(text)
    if found is None:
        return text, ""
    place = found["place"] or ""
    return place, text.removesuffix(place).rstrip(" ,;")
