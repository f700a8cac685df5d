"""The points of a campaign's checklist, of which some may be left open knowingly, and what is kept of them."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, update
from sqlalchemy.orm import Session

from models import Campaign


class Point(StrEnum):
    """What is to be right before a campaign starts."""

    WORDS = "words"
    SCRIPT = "script"
    OFFICES = "offices"
    LANGUAGES = "languages"
    REHEARSED = "rehearsed"
    NUMBER = "number"
    CARRIER = "carrier"
    TEST_CALL = "test-call"
    PUBLISHED = "published"


# Without these nobody can be called, or would be called with holes in what they say.
MUST_BE = frozenset({Point.WORDS, Point.SCRIPT, Point.PUBLISHED})


def waive(session: Session, campaign_id: int, point: Point, *, is_waived: bool) -> bool:
    """Leave this point open knowingly, or no longer; False if that is so already, or may not be."""
    if point in MUST_BE:
        return False
    here = Campaign.waived.contains([point.value])
    which = update(Campaign).where(Campaign.id == campaign_id, ~here if is_waived else here)
    change = func.array_append if is_waived else func.array_remove
    return (
        session.execute(which.values(waived=change(Campaign.waived, point.value)).returning(Campaign.id)).first()
        is not None
    )


def note_rehearsed(session: Session, campaign_id: int, now: datetime) -> None:
    """A rehearsal of it came to its end."""
    session.execute(update(Campaign).where(Campaign.id == campaign_id).values(rehearsed_at=now))
