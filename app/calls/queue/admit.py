"""Who may stand in line: nobody is promised a call now whose turn would not come within ten minutes."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Float,
    FromClause,
    Integer,
    ScalarSelect,
    SQLColumnExpression,
    String,
    and_,
    cast,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Session, aliased

from app.calls.errors import LongWait
from app.calls.queue.agreed import NOW_MEANS, WAITS_AT_MOST, patience
from app.calls.queue.estimate import USUAL_SECONDS, seconds_in, typical_seconds
from app.calls.queue.order import holding, waiting_for
from app.store.once import Once, Row, param
from models import USUAL_AT_ONCE, Call, CallStatus, LinePace

# What a line takes of those who wait for it while "now" lasts, for each that it takes at once: more do not press on the
# carrier, however many stand there.
NOW_SECONDS = NOW_MEANS.seconds
ROUNDS_NOW = ceil(NOW_SECONDS / USUAL_SECONDS)
A_MINUTE = 60  # seconds
NUMBER = param("number", String)
_CAMPAIGN = param("campaign_id", BigInteger)
_HOLDING = holding(NUMBER).subquery("holding")
HELD = _HOLDING.c.held
LINE = _HOLDING.outerjoin(LinePace, LinePace.e164 == NUMBER)  # one row of the parameter `number`, whatever is known


@dataclass(frozen=True)
class Wanted:
    """The number that is to be rung, how many calls a second the carrier takes, and a minute the campaign rings.

    Whoever stands in no line, because they are rung later or only rehearse, wants no number. Who `keeps_place` agreed
    to wait for longer than "now" means.
    """

    number: str | None
    calls_per_second: float
    campaign_a_minute: int
    keeps_place: bool = False

    def values(self, now: datetime) -> dict[str, object]:
        """As parameters of a statement with `LINE_NOW` in it, beside the `campaign_id`."""
        return {
            "number": self.number,
            "calls_per_second": self.calls_per_second,
            "campaign_a_minute": self.campaign_a_minute,
            "patience": patience(keeps_place=self.keeps_place).seconds,
            "now": now,
        }


def long_wait(session: Session, campaign_id: int, wanted: Wanted, now: datetime) -> LongWait | None:
    """How long somebody would wait who came now, if that is long: one statement."""
    return long_wait_of(_READ.rows(session, campaign_id=campaign_id, **wanted.values(now))[0])


def long_wait_of(row: Row) -> LongWait | None:
    """The same by a row that `waits` shows.

    A place can be kept in the line of one busy office; where carrier or campaign cannot keep up, it helps nobody.
    """
    if row["is_soon"]:
        return None
    may_keep = row["until_rung"] <= NOW_SECONDS and row["line"] <= WAITS_AT_MOST.seconds
    return LongWait(ceil(max(row["line"], row["until_rung"]) / 60), may_keep_place=may_keep)


def waits(line: FromClause) -> tuple[ColumnElement[int], ColumnElement[int], ColumnElement[bool]]:
    """Of what `LINE_NOW` shows: the seconds in the line and until those before are rung, and whether both are few."""
    at_line, until_rung = seconds_in(line), cast(line.c.until_rung, Integer)
    is_soon = or_(NUMBER.is_(None), and_(until_rung <= NOW_SECONDS, at_line <= param("patience", Integer)))
    return at_line.label("line"), until_rung.label("until_rung"), is_soon.label("is_soon")


def _until_rung() -> ScalarSelect[float]:
    """Until those are rung who wait, of each line no more than it can take meanwhile: whichever takes longer.

    That is all of them by the carrier's pace, or those of the campaign `campaign_id` by its own.
    """
    of_campaign = func.count().filter(Call.campaign_id == _CAMPAIGN)
    lines = (
        select(Call.waits_for, func.count().label("waiting"), of_campaign.label("of_campaign"))
        .where(Call.waits_for.is_not(None), Call.ended_at.is_(None), Call.status == CallStatus.REQUESTED)
        .group_by(Call.waits_for)
        .subquery()
    )
    pace = aliased(LinePace)
    takes = func.coalesce(pace.at_once, USUAL_AT_ONCE) * ROUNDS_NOW
    everywhere = func.coalesce(func.sum(func.least(lines.c.waiting, takes)), 0)
    of_this = func.coalesce(func.sum(func.least(lines.c.of_campaign, takes)), 0)
    by_carrier = everywhere / param("calls_per_second", Float)
    by_campaign = of_this * A_MINUTE / param("campaign_a_minute", Integer)
    seconds = select(func.floor(func.greatest(by_carrier, by_campaign)))
    return seconds.select_from(lines).outerjoin(pace, pace.e164 == lines.c.waits_for).scalar_subquery()


# Of a `LINE`, and of all who wait; `campaign_id` says how long a call takes, and whose pace counts, too.
LINE_NOW: tuple[SQLColumnExpression[object], ...] = (
    func.coalesce(LinePace.at_once, USUAL_AT_ONCE).label("at_once"),
    LinePace.rests_until,
    HELD,
    select(func.count()).where(waiting_for(NUMBER)).scalar_subquery().label("ahead"),
    typical_seconds(_CAMPAIGN).label("a_call"),
    _until_rung().label("until_rung"),
)
_READ = Once(lambda: select(*waits(select(*LINE_NOW).select_from(LINE).cte("now"))))
