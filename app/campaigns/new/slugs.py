"""Addresses of campaigns: made from what they ask for, and one that is free near one that is not."""

import re
import unicodedata
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Campaign

LONGEST = 60
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# What stands there some day, or would be taken for something else of ours.
RESERVED = frozenset(
    {"about", "all", "api", "call", "campaign", "campaigns", "copy", "embed", "help", "hotline", "new"}
)
NEVER_FIRST = frozenset({"a", "an", "the"})
NAMELESS = "our-campaign"


class SlugTakenError(Exception):
    """Another campaign is at this address, or none may be; `free` is one near it."""

    def __init__(self, free: str) -> None:
        super().__init__()
        self.free = free


def slug_of(text: str) -> str:
    """An address made from words; one that fits any campaign where they have no letters that an address may have."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    while words and words[0] in NEVER_FIRST:
        del words[0]
    return _cut("-".join(words)) or NAMELESS


def free_slug(session: Session, wish: str) -> str:
    """This address if it is free, else the next one that is, by a number behind it."""
    taken = set(session.scalars(select(Campaign.slug).where(Campaign.slug.startswith(_cut(wish, 50))))) | RESERVED
    numbered = (f"{_cut(wish, 50)}-{number}" for number in count(2))
    return wish if wish not in taken else next(slug for slug in numbered if slug not in taken)


def _cut(slug: str, longest: int = LONGEST) -> str:
    """At most so long, and ended between two words if that is possible."""
    if len(slug) <= longest:
        return slug
    return slug[: longest + 1].rpartition("-")[0] or slug[:longest]
