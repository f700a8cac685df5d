"""Where a call stands in an office's line, and how long that will take: as measured, not as hoped."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    DateTime,
    FromClause,
    Integer,
    Select,
    SQLColumnExpression,
    cast,
    false,
    func,
    select,
)
from sqlalchemy.orm import Session, aliased

from app.calls.queue.order import how_many_before, how_many_hold
from app.store.once import Once, param
from app.store.rows import by_name
from models import USUAL_AT_ONCE, Call, LineOutcome, LinePace

USUAL_SECONDS = 180  # a call to an office, before any was measured
LONG_MINUTES = 5
MEASURED = 30  # calls; what an office was like last week says little about today
NOW = param("now", DateTime(timezone=True))


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
    row = _READ.row(session, call_id=call_id, now=now)
    return by_name(InLine, row) if row else None


def seconds_in(line: FromClause) -> ColumnElement[int]:
    """How long those take who are `ahead` and hold `line` until one more has room there; and the rest of its rest."""
    rest = func.floor(func.extract("epoch", line.c.rests_until - NOW))
    rounds = (line.c.ahead + line.c.held) // line.c.at_once
    return cast(func.greatest(0, rest) + rounds * func.round(line.c.a_call), Integer)


def typical_seconds(campaign: SQLColumnExpression[int] = Call.campaign_id) -> ColumnElement[float]:
    """How long the last calls of a campaign, or of a call's beside it, took from the first ring on, at the median."""
    last = aliased(Call)
    recent = (
        select(last.total_seconds)
        .where(last.campaign_id == campaign, last.line_outcome == LineOutcome.ANSWERED)
        .order_by(last.created_at.desc(), last.id.desc())
        .limit(MEASURED)
        .correlate(Call)
        .subquery()
    )
    median = select(func.percentile_cont(0.5).within_group(recent.c.total_seconds)).scalar_subquery()
    return func.coalesce(median, USUAL_SECONDS)


def _select_line() -> Select[*tuple[object, ...]]:
    line = (
        select(
            how_many_before().label("ahead"),
            func.coalesce(LinePace.at_once, USUAL_AT_ONCE).label("at_once"),
            how_many_hold(Call.waits_for).label("held"),
            LinePace.rests_until,
            typical_seconds().label("a_call"),
        )
        .select_from(Call)
        .outerjoin(LinePace, LinePace.e164 == Call.waits_for)
        .where(Call.id == param("call_id", BigInteger), Call.waits_for.is_not(None))
        .cte("line")
    )
    rests = func.coalesce(line.c.rests_until > NOW, false())
    return select(line.c.ahead, seconds_in(line).label("seconds"), rests.label("rests"))


_READ = Once(_select_line)
