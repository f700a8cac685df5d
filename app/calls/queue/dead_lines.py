"""Which offices' numbers do not answer any more, and an alert for each: from days that are counted already."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.calls.queue.reports import LATELY
from app.clock import eastern_day
from app.guard.phone_numbers import national
from app.store.alerts import others_over, raise_alert
from models import AlertKind, HolderLine, LineDay, OfficeHolder, OfficeLine

MISSES = 6  # one after the other, not even busy in between
LINES_PAGE = "/organizers/lines"
SENTENCE = (
    "{number}, the number of {whose}, answered none of the last {misses} calls. "
    "Look for another number, and correct it."
)
SHOWN = 3  # names; a switchboard has a hundred


def tell_of_dead_lines(session: Session, now: datetime) -> None:
    """Raise an alert for each number that is dead, and let those be over that are not any more."""
    dead = session.execute(_dead(now)).all()
    for number in dead:
        sentence = SENTENCE.format(number=national(number.e164), whose=whose(number.names), misses=number.misses)
        raise_alert(session, AlertKind.OFFICE_LINE_DEAD, number.e164, sentence, link=LINES_PAGE, now=now)
    others_over(session, AlertKind.OFFICE_LINE_DEAD, [number.e164 for number in dead], now=now)


def _dead(now: datetime) -> Select[*tuple[object, ...]]:
    """Numbers of those who sit now, of which nobody heard on any day since that of their last misses began."""
    lately = LineDay.day > eastern_day(now) - LATELY
    alive = func.max(LineDay.day).filter(LineDay.answered + LineDay.busy > 0)
    last = select(LineDay.e164, alive.label("day")).where(lately).group_by(LineDay.e164).subquery()
    misses = func.sum(LineDay.no_answer + LineDay.failed).label("misses")
    since = (
        select(LineDay.e164, misses)
        .join(last, last.c.e164 == LineDay.e164)
        .where(lately, (LineDay.day > last.c.day) | last.c.day.is_(None))
        .group_by(LineDay.e164)
        .having(misses >= MISSES)
        .subquery()
    )
    names = func.array_agg(func.distinct(OfficeHolder.name)).label("names")
    return (
        select(since.c.e164, since.c.misses, names)
        .join(OfficeLine, OfficeLine.e164 == since.c.e164)
        .join(HolderLine, HolderLine.line_id == OfficeLine.id)
        .join(OfficeHolder, (OfficeHolder.id == HolderLine.holder_id) & OfficeHolder.valid_to.is_(None))
        .group_by(since.c.e164, since.c.misses)
        .order_by(since.c.e164)
    )


def whose(names: Sequence[str]) -> str:
    """The first of them, and how many more."""
    more = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {more} more" if more > 0 else "")
