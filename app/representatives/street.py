"""Recognises a street address in what was typed, so that the place it names counts as if it stood alone."""

import re

_KINDS = (
    "alley avenue ave av boulevard blvd circle cir close court ct drive dr highway hwy lane ln parkway pkwy place pl "
    "plaza road rd row square sq street st terrace ter terr trail trl turnpike tpke way wharf"
)
_KIND = rf"(?:{'|'.join(_KINDS.split())})\b\.?"
_NUMBER = r"^\W*\d{1,5}(?:\s?[a-z](?=\s)|\s?1/2|-\d{1,5})?\s+"
_BEGINS_WITH_NUMBER = re.compile(r"\W*\d")
_UNIT = r"(?:[\s,]*(?:#|(?:apartment|apt|unit|suite|ste|floor|fl|room|rm)\b\.?)\s*[\w-]{1,6})?"
_WITH_KIND = re.compile(
    rf"{_NUMBER}(?:broadway|(?:[\w.'-]+\s+){{1,4}}?{_KIND}(?!\s+{_KIND})){_UNIT}(?:[\s,]+(?P<place>.*))?$",
    re.IGNORECASE | re.DOTALL,
)
_BEFORE_COMMA = re.compile(rf"{_NUMBER}[^\d,;]*[a-z][^,;]*?{_UNIT}\s*[,;](?P<place>.*)$", re.IGNORECASE | re.DOTALL)


def without_street(text: str) -> tuple[str, bool]:
    """The text without house number, street and apartment, and whether they stood at its beginning.

    "12 Maple St Apt 3, Holyoke" leaves "Holyoke", and "12 Maple St" leaves nothing.
    """
    if not _BEGINS_WITH_NUMBER.match(text):
        return text, False
    found = _WITH_KIND.match(text) or _BEFORE_COMMA.match(text)
    return (found["place"] or "", True) if found else (text, False)
