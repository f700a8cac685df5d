"""Who may stand in line: nobody is promised a call now whose turn would not come within ten minutes."""

from dataclasses import dataclass
from datetime import datetime
from math import ceil

from sqlalchemy import BigInteger, ScalarSelect, SQLColumnExpression, String, func, select
from sqlalchemy.orm import Session

from app.calls.errors import LongWait
from app.calls.queue.agreed import NOW_MEANS, WAITS_AT_MOST
from app.calls.queue.claim import LineState
from app.calls.queue.estimate import USUAL_SECONDS, typical_seconds, wait_in
from app.calls.queue.order import how_many_hold, waiting_for
from app.store.once import Once, Row, param
from app.store.rows import by_name
from models import USUAL_AT_ONCE, Call, CallStatus, LinePace

# What a line takes of those who wait for it while "now" lasts, for each that it takes at once: more do not press on the
# carrier, however many stand there.
ROUNDS_NOW = ceil(NOW_MEANS.total_seconds() / USUAL_SECONDS)
_OF_A_LINE = (LinePace.at_once, LinePace.rests_until)


@dataclass(frozen=True)
class Wanted:
    """The number that is to be rung, for which campaign, and how many calls a second the carrier takes from us."""

    number: str
    campaign_id: int
    calls_per_second: float


def long_wait(session: Session, wanted: Wanted, now: datetime) -> LongWait | None:
    """How long somebody would wait who came now, if that is long: one statement."""
    row = _READ.rows(session, number=wanted.number, campaign_id=wanted.campaign_id)[0]
    return long_wait_of(row, wanted, now)


def refuse_long_wait(row: Row, wanted: Wanted, now: datetime, *, keeps_place: bool) -> None:
    """Let nobody stand in a line who would not be rung in time.

    Raises:
        LongWait: they would not, and did not agree to that, or have no use in it.
    """
    wait = long_wait_of(row, wanted, now)
    if wait and not (keeps_place and wait.may_keep_place):
        raise wait


def long_wait_of(row: Row, wanted: Wanted, now: datetime) -> LongWait | None:
    """The same by a row that `line_now` shows.

    A place can be kept in the line of one busy office; where the carrier cannot keep up, more would help nobody.
    """
    line = wait_in(by_name(LineState, row), row["ahead"], now, round(row["a_call"]))
    carrier = int(row["everywhere"]) / wanted.calls_per_second
    longest, now_means = max(line, carrier), NOW_MEANS.total_seconds()
    if longest <= now_means:
        return None
    may_keep = carrier <= now_means and line <= WAITS_AT_MOST.total_seconds()
    return LongWait(ceil(longest / 60), may_keep_place=may_keep)


def line_now() -> tuple[SQLColumnExpression[object], ...]:
    """The line of the parameter `number`, and all who wait; `campaign_id` says how long a call takes."""
    number = param("number", String)
    at_once, rests_until = (select(it).where(LinePace.e164 == number).scalar_subquery() for it in _OF_A_LINE)
    return (
        func.coalesce(at_once, USUAL_AT_ONCE).label("at_once"),
        rests_until.label("rests_until"),
        how_many_hold(number).label("held"),
        select(func.count()).where(waiting_for(number)).scalar_subquery().label("ahead"),
        typical_seconds(param("campaign_id", BigInteger)).label("a_call"),
        _press_on_the_carrier().label("everywhere"),
    )


def _press_on_the_carrier() -> ScalarSelect[int]:
    """How many wait to be rung, of each line no more than it can take meanwhile."""
    lines = (
        select(Call.waits_for, func.count().label("waiting"))
        .where(Call.waits_for.is_not(None), Call.ended_at.is_(None), Call.status == CallStatus.REQUESTED)
        .group_by(Call.waits_for)
        .subquery()
    )
    takes = func.coalesce(LinePace.at_once, USUAL_AT_ONCE) * ROUNDS_NOW
    rung = func.coalesce(func.sum(func.least(lines.c.waiting, takes)), 0)
    return select(rung).select_from(lines).outerjoin(LinePace, LinePace.e164 == lines.c.waits_for).scalar_subquery()


_READ = Once(select(*line_now()))
