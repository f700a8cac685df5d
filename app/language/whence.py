"""Whence somebody came, as the link said by which they did: `?from=` and a short word that organizers chose."""

import re
import unicodedata

LONGEST = 40
NO_WORD = re.compile(r"[^a-z0-9._-]+")
LIKE_A_NUMBER = re.compile(r"\d(?:[._-]?\d){6}")  # of a telephone: a link is no place for one


def source_of(typed: str) -> str:
    """The word, in small letters without accents, with hyphens for all else; empty where it may name a person.

    Whatever an address says is kept, counted and shown: so nothing long, no address of mail, and no telephone number.
    """
    if "@" in typed[: 4 * LONGEST]:
        return ""
    plain = unicodedata.normalize("NFKD", typed[: 4 * LONGEST].casefold())
    word = NO_WORD.sub("-", "".join(it for it in plain if not unicodedata.combining(it)))[:LONGEST].strip("-._")
    return "" if LIKE_A_NUMBER.search(word) else word
