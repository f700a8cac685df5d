"""How the offices' numbers answered lately: which of them fail, which rest, and who waits for them."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.calls.queue.claim import line_state
from app.calls.queue.order import waiting_for
from app.clock import eastern_day
from app.store.rows import by_name
from models import USUAL_AT_ONCE, Call, LineDay, LinePace

LATELY = timedelta(days=14)
FEWEST_TRIES = 3  # fewer say nothing of a line
COUNTED = ("answered", "busy", "no_answer", "failed", "mailbox_full")


@dataclass(frozen=True)
class LineReport:
    """One number within a fortnight; a call that a supporter left before it was answered is no try."""

    number: str
    answered: int = 0
    busy: int = 0
    no_answer: int = 0
    failed: int = 0
    mailbox_full: int = 0
    last_tried: datetime | None = None
    at_once: int = USUAL_AT_ONCE
    a_day: int | None = None
    rests_until: datetime | None = None
    waiting: int = 0

    @property
    def misses(self) -> int:
        """Tries that reached nobody and no machine, or one that took no message."""
        return self.busy + self.no_answer + self.failed + self.mailbox_full

    @property
    def tries(self) -> int:
        """How often it was rung."""
        return self.answered + self.busy + self.no_answer + self.failed

    @property
    def fails_often(self) -> bool:
        """Whether at least half of several tries came to nothing."""
        return self.tries >= FEWEST_TRIES and 2 * self.misses >= self.tries


def line_reports(session: Session, now: datetime) -> list[LineReport]:
    """Every number that was rung lately, the most misses first. Rehearsals do not count."""
    waiting = select(Call.waits_for, func.count()).where(Call.waits_for.is_not(None), Call.ended_at.is_(None))
    waits_turn = {number: count for number, count in session.execute(waiting.group_by(Call.waits_for)) if number}
    tried = session.execute(_lately(now)).mappings()
    reports = [by_name(LineReport, row, waiting=waits_turn.get(row["number"], 0)) for row in tried]
    return sorted(reports, key=lambda report: (-report.misses, report.answered, report.number))


def line_report(session: Session, number: str, now: datetime) -> LineReport:
    """One number, rung or not."""
    waiting = session.scalar(select(func.count()).select_from(Call).where(waiting_for(number))) or 0
    row = session.execute(_lately(now).where(LineDay.e164 == number)).mappings().one_or_none()
    if row:
        return by_name(LineReport, row, waiting=waiting)
    state = line_state(session, number)
    return LineReport(number, at_once=state.at_once, a_day=state.a_day, rests_until=state.rests_until, waiting=waiting)


def _lately(now: datetime) -> Select[*tuple[object, ...]]:
    """A row for each number, from its days: today's and those before it."""
    counted = (func.sum(getattr(LineDay, name)).label(name) for name in COUNTED)
    last = func.max(LineDay.last_tried).label("last_tried")
    at_once = func.coalesce(LinePace.at_once, USUAL_AT_ONCE).label("at_once")
    return (
        select(LineDay.e164.label("number"), *counted, last, at_once, LinePace.rests_until, LinePace.a_day)
        .outerjoin(LinePace, LinePace.e164 == LineDay.e164)
        .where(LineDay.day > eastern_day(now) - LATELY)
        .group_by(LineDay.e164, LinePace.at_once, LinePace.rests_until, LinePace.a_day)
    )
