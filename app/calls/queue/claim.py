"""An office's number takes only so many of our calls at once: whoever stands first in its line gets the next place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import (
    BigInteger,
    Connection,
    Date,
    Integer,
    Select,
    String,
    Update,
    and_,
    case,
    func,
    null,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session, aliased

from app.calls.queue.enough import had_so_far, had_today
from app.calls.queue.order import holding, how_many_hold, keeps_back, one_withheld_holds
from app.clock import eastern_day
from app.store.once import Once, Row, param
from models import USUAL_AT_ONCE, Call, LineOutcome, LinePace

FAILURES = frozenset({LineOutcome.BUSY, LineOutcome.NO_ANSWER, LineOutcome.FAILED})


class Gate(StrEnum):
    """Whether a call may ring an office's number now."""

    OPEN = "open"  # it holds the line
    FULL = "full"  # others of us are on it, or stand before
    RESTING = "resting"  # it was busy a moment ago
    ENOUGH = "enough"  # it takes so many calls a day, and had them


@dataclass(frozen=True)
class LineState:
    """One number now: how many of our calls it takes and has, until when it rests, and how many it takes a day."""

    at_once: int
    held: int
    rests_until: datetime | None
    a_day: int | None = None

    def rests(self, now: datetime) -> bool:
        """Whether nobody is connected there now."""
        return self.rests_until is not None and self.rests_until > now


def claim_line(
    session: Session | Connection, call_id: int, number: str, now: datetime, usual_a_day: int, *, stands: bool = True
) -> Gate:
    """Take a place on the number if it is this call's turn; else stand in its line: two statements.

    Every claim of one number waits for the one before, so that no crowd gets past the limit. One without a figure of
    its own takes `usual_a_day` for each that it takes at once; of all who withhold their number, one at a time. Who
    goes round a line that rests does not stand in it.
    """
    line = _LOCKED.row(session, number=number, day=eastern_day(now))
    if line is not None and _had_enough(session, line, number, now, usual_a_day):
        return Gate.ENOUGH
    rests = line is not None and line["rests_until"] is not None and line["rests_until"] > now
    if rests and not stands:
        return Gate.RESTING
    at_once = line["at_once"] if line and not rests else 0
    claimed = _CLAIMED.row(session, call_id=call_id, number=number, now=now, at_once=at_once)
    if rests:
        return Gate.RESTING
    return Gate.OPEN if claimed and claimed["is_open"] else Gate.FULL


def _had_enough(session: Session | Connection, line: Row, number: str, now: datetime, usual: int) -> bool:
    """Exactly, where an office has a figure of its own; else as far as it is counted."""
    if line["a_day"] is not None:
        return bool(had_today(session, number, now) >= line["a_day"])
    return bool(line["had"] >= line["at_once"] * usual)


def _select_locked() -> Select[int, datetime | None, int | None, int]:
    """The number as it is; nobody else claims it until this transaction ends."""
    line = insert(LinePace).values(e164=_NUMBER, at_once=USUAL_AT_ONCE)
    mine = line.on_conflict_do_update(index_elements=[LinePace.e164], set_={"at_once": LinePace.at_once})
    locked = mine.returning(LinePace.at_once, LinePace.rests_until, LinePace.a_day).cte("locked")
    had = had_so_far(_NUMBER, param("day", Date)).label("had")
    return select(locked.c.at_once, locked.c.rests_until, locked.c.a_day, had)


def _select_claimed() -> Select[bool]:
    """Those who stand there already keep their place. Whoever is let on stands in no line any more."""
    other, now = aliased(Call), param("now", Call.waits_since.type)
    since = case((Call.waits_for == _NUMBER, Call.waits_since), else_=now)
    earlier = tuple_(other.waits_since, other.id) < tuple_(since, Call.id)
    before = select(func.count()).where(
        other.waits_for == _NUMBER, other.ended_at.is_(None), earlier, keeps_back(other)
    )
    room = param("at_once", Integer) - how_many_hold(_NUMBER)
    is_next = before.correlate(Call).scalar_subquery() < room
    is_open = and_(is_next, or_(~Call.withheld, ~one_withheld_holds(_NUMBER))).label("is_open")
    place = select(Call.id, since.label("since"), is_open).where(Call.id == param("call_id", BigInteger)).cte("place")
    taken = {
        "holds_line": case((place.c.is_open, _NUMBER), else_=Call.holds_line),
        "waits_for": case((place.c.is_open, null()), else_=_NUMBER),
        "waits_since": case((place.c.is_open, null()), else_=place.c.since),
    }
    claimed = update(Call).where(Call.id == place.c.id).values(taken).returning(Call.id).cte("claimed")
    return select(place.c.is_open).add_cte(claimed)


_NUMBER = param("number", String)
_LOCKED, _CLAIMED = Once(_select_locked), Once(_select_claimed)


def line_state(session: Session, number: str) -> LineState:
    """The number as it is."""
    held = holding(number).subquery()
    columns = (LinePace.at_once, held.c.held, LinePace.rests_until, LinePace.a_day)
    of_line = select(*columns).select_from(held.outerjoin(LinePace, LinePace.e164 == number))
    at_once, held_now, rests_until, a_day = session.execute(of_line).one()
    return LineState(at_once or USUAL_AT_ONCE, held_now, rests_until, a_day)


def rest_line(session: Session | Connection, number: str, now: datetime, rest: timedelta) -> None:
    """Let the number rest for everybody: it was busy, or nobody picked up."""
    until = now + rest
    row = insert(LinePace).values(e164=number, at_once=USUAL_AT_ONCE, rests_until=until)
    longer = func.greatest(LinePace.rests_until, row.excluded.rests_until)
    session.execute(row.on_conflict_do_update(index_elements=[LinePace.e164], set_={"rests_until": longer}))


def set_pace(session: Session, number: str, at_once: int, a_day: int | None) -> bool:
    """Let the number take so many of our calls at once, and a day; False if it does already."""
    now = line_state(session, number)
    if (now.at_once, now.a_day) == (at_once, a_day):
        return False
    row = insert(LinePace).values(e164=number, at_once=at_once, a_day=a_day)
    changed = {"at_once": at_once, "a_day": a_day}
    session.execute(row.on_conflict_do_update(index_elements=[LinePace.e164], set_=changed))
    return True


def resting(session: Session, numbers: Iterable[str], now: datetime) -> frozenset[str]:
    """Those of the numbers that rest now."""
    rests = select(LinePace.e164).where(LinePace.e164.in_(list(numbers)), LinePace.rests_until > now)
    return frozenset(session.scalars(rests))


def leave_line(session: Session, call_id: int) -> None:
    """Stand in no line any more."""
    session.execute(_of(call_id).values(waits_for=None, waits_since=None))


def _of(call_id: int) -> Update:
    return update(Call).where(Call.id == call_id).execution_options(synchronize_session=False)
