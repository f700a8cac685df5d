"""Why nobody is rung just now: the carrier refuses, as was found when somebody was to be rung, or it was restored."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from app.limits.holds.change import hold_of
from app.limits.holds.restored import RESTORED
from app.limits.pausing_told import standing_pauses
from app.readiness.check import About, Check, Weight

LOOKED = "An admin lets it ring again under “Safety”."


def pause_checks(session: Session, now: datetime) -> Iterator[Check]:
    """The same that the organizers' pages tell."""
    for told in standing_pauses(session, now):
        yield Check(About.CARRIER, Weight.WARNS, told.sentence, told.cure)


def restored_checks(session: Session) -> Iterator[Check]:
    """What was said when this server was restored from a backup, until an admin lets it ring."""
    held = hold_of(session, RESTORED)
    if held:
        yield Check(About.RESTORED, Weight.WARNS, f"Nobody is rung. {held.sentence}", LOOKED)
