"""Counts of a campaign as the job would have written them, of calls that nobody needs."""

from datetime import date

from sqlalchemy.orm import Session

from app.statistics.public import count as counting
from models import EVER, CountedBy, CountOfDay, CountOfMonth

DAY = date(2026, 11, 23)


def write_counts(session: Session, campaign: int, reached: int = 0, own_phone: int = 0, written: int = 0) -> None:
    """So many calls of a day, whatever was counted of it before."""
    cells = {(CountedBy.STEP, "reached"): reached, (CountedBy.STEP, "rang"): 900, (CountedBy.WAY, "web"): 900}
    cells |= {(CountedBy.WAY, "own-phone"): own_phone, (CountedBy.WAY, "written"): written}
    for (dimension, value), calls in cells.items():
        cell = {"dimension": dimension, "value": value, "calls": calls, "seconds": 0}
        session.merge(CountOfDay(campaign_id=campaign, day=DAY, booked=DAY, **cell))
        for month in (DAY.replace(day=1), EVER):
            session.merge(CountOfMonth(campaign_id=campaign, month=month, **cell))
    session.commit()


def a_minute_later() -> None:
    """What was read of them is read again."""
    counting._read.clear()  # noqa: SLF001 - tests are quicker than a minute
