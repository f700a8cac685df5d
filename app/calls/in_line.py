"""Where a call stands in an office's line, and how long that will take: as measured, not as hoped."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from sqlalchemy import Select, func, select, tuple_
from sqlalchemy.orm import Session

from app.calls.pace import LineState, line_state
from models import IN_FLIGHT, Call, LineOutcome

USUAL_SECONDS = 180  # a call to an office, before any was measured
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


def line_of(session: Session, call_id: int, now: datetime) -> InLine | None:
    """The line in which the call stands, None if it stands in none: five statements at most."""
    query = select(Call.waits_for, Call.waits_since, Call.campaign_id).where(Call.id == call_id)
    mine = session.execute(query).one_or_none()
    if mine is None or mine.waits_for is None:
        return None
    state = line_state(session, mine.waits_for)
    ahead = session.scalar(_before(call_id, mine.waits_for, mine.waits_since)) or 0
    seconds = _wait(state, ahead, now, typical_seconds(session, mine.campaign_id))
    return InLine(ahead, seconds, state.rests(now))


def _before(call_id: int, number: str, since: datetime) -> Select[int]:
    earlier = tuple_(Call.waits_since, Call.id) < (since, call_id)
    return select(func.count()).where(Call.waits_for == number, Call.status.in_(IN_FLIGHT), earlier)


def _wait(state: LineState, ahead: int, now: datetime, a_call: int) -> int:
    """Rounds of calls that have to end first, `a_call` seconds each; and the rest of the line's rest."""
    rest = max(0, int((state.rests_until - now).total_seconds())) if state.rests_until else 0
    to_end = ahead + 1 - (state.at_once - state.held)
    rounds = ceil(max(0, to_end) / state.at_once)
    return rest + rounds * a_call


def typical_seconds(session: Session, campaign_id: int) -> int:
    """How long the campaign's last calls took from the supporter's first ring to the end: their median."""
    recent = (
        select(Call.total_seconds)
        .where(Call.campaign_id == campaign_id, Call.line_outcome == LineOutcome.ANSWERED)
        .order_by(Call.created_at.desc(), Call.id.desc())
        .limit(MEASURED)
    )
    took = recent.subquery()
    median = session.scalar(select(func.percentile_cont(0.5).within_group(took.c.total_seconds)))
    return round(median) if median else USUAL_SECONDS
