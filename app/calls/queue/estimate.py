"""Where a call stands in an office's line, and how long that will take: as measured, not as hoped."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any

from sqlalchemy import ColumnElement, func, select, tuple_
from sqlalchemy.orm import Session, aliased

from app.calls.queue.claim import LineState
from models import HOLDING, IN_FLIGHT, USUAL_AT_ONCE, Call, LineOutcome, LinePace

USUAL_SECONDS = 180  # a call to an office, before any was measured
LONG_MINUTES = 5
MEASURED = 30  # calls; what an office was like last week says little about today


@dataclass(frozen=True)
class InLine:
    """So many stand before; `seconds` is what that will take, `rests` says that the line is left in peace now."""

    ahead: int
    seconds: int
    rests: bool

    @property
    def minutes(self) -> int:
        """The same in minutes, never none."""
        return max(1, ceil(self.seconds / 60))

    @property
    def is_long(self) -> bool:
        """Whether people may rather do something else meanwhile."""
        return self.minutes > LONG_MINUTES


def line_of(session: Session, call_id: int, now: datetime) -> InLine | None:
    """The line in which the call stands, None if it stands in none: one statement."""
    mine, other, holding = aliased(Call), aliased(Call), aliased(Call)
    before = tuple_(other.waits_since, other.id) < tuple_(mine.waits_since, mine.id)
    ahead = select(func.count()).where(other.waits_for == mine.waits_for, other.status.in_(IN_FLIGHT), before)
    held = select(func.count()).where(holding.holds_line == mine.waits_for, holding.status.in_(HOLDING))
    query = (
        select(
            ahead.correlate(mine).scalar_subquery(),
            func.coalesce(LinePace.at_once, USUAL_AT_ONCE),
            held.correlate(mine).scalar_subquery(),
            LinePace.rests_until,
            typical_seconds(mine.campaign_id),
        )
        .select_from(mine)
        .outerjoin(LinePace, LinePace.e164 == mine.waits_for)
        .where(mine.id == call_id, mine.waits_for.is_not(None))
    )
    row = session.execute(query).one_or_none()
    if row is None:
        return None
    before_me, at_once, held_now, rests_until, a_call = row
    state = LineState(at_once, held_now, rests_until)
    return InLine(before_me, _wait(state, before_me, now, round(a_call)), state.rests(now))


def _wait(state: LineState, ahead: int, now: datetime, a_call: int) -> int:
    """Rounds of calls that have to end first, `a_call` seconds each; and the rest of the line's rest."""
    rest = max(0, int((state.rests_until - now).total_seconds())) if state.rests_until else 0
    to_end = ahead + 1 - (state.at_once - state.held)
    rounds = ceil(max(0, to_end) / state.at_once)
    return rest + rounds * a_call


def typical_seconds(campaign_id: Any) -> ColumnElement[float]:
    """How long the campaign's last calls took from the supporter's first ring to the end: their median."""
    last = aliased(Call)
    recent = (
        select(last.total_seconds)
        .where(last.campaign_id == campaign_id, last.line_outcome == LineOutcome.ANSWERED)
        .order_by(last.created_at.desc(), last.id.desc())
        .limit(MEASURED)
        .subquery()
    )
    median = select(func.percentile_cont(0.5).within_group(recent.c.total_seconds)).scalar_subquery()
    return func.coalesce(median, USUAL_SECONDS)
