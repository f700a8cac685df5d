"""For what the carrier rings nobody just now: found when somebody was to be rung."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from app.limits.pausing_told import standing_pauses
from app.readiness.check import About, Check, Weight


def pause_checks(session: Session, now: datetime) -> Iterator[Check]:
    """The same that the organizers' pages tell."""
    for told in standing_pauses(session, now):
        yield Check(About.CARRIER, Weight.WARNS, told.sentence, told.cure)
