"""Which addresses a page leads to: of the web behind https, of mail and of telephones, whoever wrote them down."""

import re

ALLOWED = re.compile(r"(?:https://[^\s/]|mailto:|tel:)\S*", re.IGNORECASE)
UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\\]")


def leads_to(address: str) -> str:
    """The address where a page may lead there, else nothing: then its words stand there without a link.

    What the database holds is not trusted to have come through our forms.
    """
    return address if ALLOWED.fullmatch(address) and not UNSEEN.search(address) else ""
