"""How old the facts about a state are, and from which day on that deserves a warning."""

from datetime import date
from enum import StrEnum

AGEING_AFTER_DAYS = 90
OLD_AFTER_DAYS = 180


class Age(StrEnum):
    """What the age of the facts means to somebody who is about to call."""

    FRESH = "fresh"
    AGEING = "ageing"
    OLD = "old"


def days_old(as_of: date, today: date) -> int:
    """The age in days."""
    return (today - as_of).days


def age_of(as_of: date, today: date) -> Age:
    """Fresh for ninety days; after half a year somebody has probably left."""
    days = days_old(as_of, today)
    if days > OLD_AFTER_DAYS:
        return Age.OLD
    return Age.AGEING if days > AGEING_AFTER_DAYS else Age.FRESH
