"""Tells the log on which days there were calls such as somebody looks for, so that it need not look at all others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from sqlalchemy import ARRAY, ColumnElement, FromClause, String, cast, func, select, true
from sqlalchemy.orm import Session

from app.calls.shown.kinds import REPORTED_KINDS, Kind
from app.calls.shown.log.came_of import CameOf
from app.calls.shown.log.filter import LogFilter, Order, Outcome
from app.calls.shown.log.search import Days
from app.clock import eastern_day
from app.statistics.looking.hours import OnDays, calls_at_hour
from app.statistics.told import A_DAY
from models import EVER, JOINED, Call, CallStatus, CountedBy, CountOfDay, CountOfOffice, CountOfTown, LineOutcome, Step

MOST_DAYS = 120  # that are read of one cell for one page: more than calls are kept for, but in a legal hold
MOST_CALLS = 4_000  # of those days, that are looked at for one page; a day is never cut
ENOUGH = 200  # of one thing that was asked for alone: more than stand on a page
COUNTY = " County"  # in place of a town, of calls whose days are sealed: of those no towns are counted
AN_INSTANT = timedelta(microseconds=1)
NOT_COUNTED_YET = 2  # days, today among them, that are looked at in any case


@dataclass(frozen=True)
class Cell:
    """A count, and what it must be of: the columns of its table with these values."""

    table: FromClause
    values: tuple[tuple[str, str], ...]

    @property
    def wanted(self) -> tuple[ColumnElement[bool], ...]:
        """The same, as a statement asks for it."""
        return tuple(self.table.c[name] == value for name, value in self.values)


class Known:
    """What was read for one page: what several seats are looked for with is read once."""

    def __init__(self) -> None:
        self._read: dict[tuple[object, ...], OnDays] = {}
        self._since: dict[bool, date] = {}

    def once(self, key: tuple[object, ...], read: Callable[[], OnDays]) -> OnDays:
        """What is known by this key, else what this reads."""
        if key not in self._read:
            self._read[key] = read()
        return self._read[key]

    def since(self, session: Session, which: LogFilter, *, exact: bool = False) -> date:
        """The first day that may have any; or any of which more than the day and the county is known."""
        if exact not in self._since:
            first = first_day(session, which)
            self._since[exact] = max(first, first_exact_day(session)) if exact else first
        return self._since[exact]


def days_to_look_at(
    session: Session, which: LogFilter, order: Order, today: date, known: Known | None = None
) -> Days | None:
    """The days in the order of the log, from where the page begins; None where statistics do not tell.

    Of rehearsals they know nothing. What is `known` was read for the same page, of the same campaigns.
    """
    known = known or Known()
    if order.longest_first:
        return _few_in_all(session, which, known)
    if not which.is_along_no_index or which.rehearsals or which.call_id is not None:
        return None
    cells, is_exact = list(cells_of(which)), which.hour is not None or of_town(which)
    if which.kind is Kind.TO_ITS_OWNER or not (cells or which.hour is not None):
        return None
    span = _span(known.since(session, which, exact=is_exact), which.until or today, order)
    if not cells:
        return _of_hour(session, which, order, span)
    told = partial(_days, session, which, span=span, order=order)
    counted = [known.once((it, span, order.oldest_first), partial(told, it)) for it in cells]
    days, is_cut = _common([list(it) for it in counted], order)
    recent = {today - nth * A_DAY for nth in range(NOT_COUNTED_YET)}
    in_order = sorted(days | {day for day in recent if span[0] <= day <= span[1]}, reverse=not order.oldest_first)
    of_all = known.once((*in_order,), partial(_all_calls, session, which, in_order))
    some = _few(in_order, of_all, MOST_CALLS)
    if len(counted) == 1 and which.hour is None:  # then it is known how many there are of what was asked for
        some = _few(some, counted[0], ENOUGH)
    return Days(some, more=is_cut or len(some) < len(in_order))


def _of_hour(session: Session, which: LogFilter, order: Order, span: tuple[date, date]) -> Days:
    """Whatever came of the calls of an hour: it is looked for on every day, the newest or oldest first."""
    since, until = span
    many = max((until - since).days + 1, 0)
    days = [since + nth * A_DAY if order.oldest_first else until - nth * A_DAY for nth in range(min(many, MOST_DAYS))]
    some = _few(days, calls_at_hour(session, which, days), MOST_CALLS)
    return Days(some, more=len(some) < many)


def seats_to_look_at(session: Session, which: LogFilter, seats: Sequence[str]) -> frozenset[str]:
    """Those of these seats of which any call is counted on the days that were asked for: each is looked up once."""
    it = CountOfOffice.__table__.c
    seat = func.unnest(cast(list(seats), ARRAY(String))).table_valued("geoid", name="seat").render_derived()
    days = it.day.between(first_day(session, which), which.until or date.max)
    is_any = (it.dimension == CountedBy.CALLS, it.value == "", days, it.calls > 0)
    wanted = (it.district_geoid == seat.c.geoid, *is_any, *of_campaigns(CountOfOffice.__table__, which))
    first = select(it.calls).where(*wanted).limit(1).correlate(seat).lateral("first")
    return frozenset(session.scalars(select(seat.c.geoid).select_from(seat).join(first, true())))


def first_day(session: Session, which: LogFilter) -> date:
    """The first of the days that were asked for of which calls are still there.

    What came before is counted for good, and deleted: whoever begins with the oldest would look at nothing for long.
    """
    oldest = select(func.min(Call.created_at))
    if which.campaign_id is not None:
        oldest = oldest.where(Call.campaign_id == which.campaign_id)
    moment = session.scalar(oldest)
    kept = EVER + A_DAY if moment is None else eastern_day(moment)
    return max(kept, which.since or kept)


def first_exact_day(session: Session) -> date:
    """The first of which a call is left whose town and hour are known: older ones are there by county and day."""
    moment = session.scalar(select(func.min(Call.created_at)).where(~Call.is_coarse))
    return date.max if moment is None else eastern_day(moment)


def _few_in_all(session: Session, which: LogFilter, known: Known) -> Days | None:
    """Whether there are few calls at all on the days that were asked for; None where nobody knows, or none were."""
    if which.rehearsals or not (which.since or which.until):
        return None
    cell = all_calls()
    it = cell.table.c
    days = it.day.between(known.since(session, which), which.until or date.max)
    summed = select(func.sum(it.calls)).where(*cell.wanted, days, *of_campaigns(cell.table, which))
    return Days((), few=(session.scalar(summed) or 0) <= MOST_CALLS)


def _span(since: date, until: date, order: Order) -> tuple[date, date]:
    """The first and the last day that are still to be looked at."""
    if order.after is None:
        return since, until
    if order.oldest_first:
        return max(since, eastern_day(order.after.created_at)), until
    # Behind a day that was looked through comes the one before; behind a call the rest of its own day, though it stand
    # at its very beginning: of old calls no more than the day is known.
    at = order.after.created_at if order.after.id else order.after.created_at - AN_INSTANT
    return since, min(until, eastern_day(at))


def _common(several: Sequence[list[date]], order: Order) -> tuple[set[date], bool]:
    """The days that are in each of these lists, as far as all of them reach; and whether there may be others."""
    common = set.intersection(*map(set, several))
    ends = [days[-1] for days in several if len(days) == MOST_DAYS]
    if not ends:
        return common, False
    last = min(ends) if order.oldest_first else max(ends)
    return {day for day in common if (day <= last if order.oldest_first else day >= last)} | {last}, True


def _days(session: Session, which: LogFilter, cell: Cell, *, span: tuple[date, date], order: Order) -> OnDays:
    """The first days on which this is counted, in their order, and how often on each."""
    it = cell.table.c
    wanted = (*_wanted_on(cell), it.day.between(*span), it.calls > 0, *of_campaigns(cell.table, which))
    counted = select(it.day, func.sum(it.calls).label("many")).where(*wanted).group_by(it.day)
    in_order = it.day.asc() if order.oldest_first else it.day.desc()
    return {row.day: row.many for row in session.execute(counted.order_by(in_order).limit(MOST_DAYS))}


def _wanted_on(cell: Cell) -> Iterator[ColumnElement[bool]]:
    """What its days must have: a town of a sealed day may be counted with others, though its calls still say it."""
    for name, value in cell.values:
        column = cell.table.c[name]
        yield column.in_((value, JOINED)) if name == "town" else column == value


def _all_calls(session: Session, which: LogFilter, days: Sequence[date]) -> OnDays:
    """How many calls there were on each of these days, whatever came of them."""
    cell = all_calls()
    it = cell.table.c
    wanted = (*cell.wanted, it.day.in_(days[:MOST_DAYS]), *of_campaigns(cell.table, which))
    counted = select(it.day, func.sum(it.calls).label("many")).where(*wanted)
    return {row.day: row.many for row in session.execute(counted.group_by(it.day))}


def _few(days: Sequence[date], calls: Mapping[date, int], enough: int) -> list[date]:
    """The first of these days: as few as have enough calls together, and one in any case."""
    some: list[date] = []
    looked_at = 0
    for day in days[:MOST_DAYS]:
        if some and looked_at + calls.get(day, 0) > enough:
            break
        some.append(day)
        looked_at += calls.get(day, 0)
    return some


def of_campaigns(table: FromClause, which: LogFilter) -> Iterator[ColumnElement[bool]]:
    """What a count must be to be of the campaigns that were asked for."""
    if which.campaign_id is not None:
        yield table.c.campaign_id == which.campaign_id
    if which.campaigns is not None:
        yield table.c.campaign_id.in_(which.campaigns)


def cells_of(which: LogFilter) -> Iterator[Cell]:
    """What is counted of that which was asked for."""
    if which.town is not None and of_town(which):
        yield Cell(CountOfTown.__table__, (("town", which.town), *_counted(CountedBy.CALLS, "")))
    if which.geoid is not None:
        by, value = (CountedBy.CALLS, "") if which.stance is None else (CountedBy.STANCE, which.stance.value)
        yield Cell(CountOfOffice.__table__, (("district_geoid", which.geoid), *_counted(by, value)))
    elif which.stance is not None:
        yield _of_day(CountedBy.STANCE, which.stance)
    if which.language is not None:
        yield _of_day(CountedBy.LANGUAGE, which.language)
    if which.source is not None:
        yield _of_day(CountedBy.WAY, which.source)
    if which.kind in REPORTED_KINDS:
        yield _of_day(CountedBy.WAY, which.kind)
    if which.kind is Kind.THROUGH_US:
        yield _of_day(CountedBy.STEP, Step.ASKED)
    for outcome in which.outcomes:
        if not isinstance(outcome, CallStatus) and outcome is not CameOf.UNDER_WAY:
            yield _of_day(_along(outcome), outcome)


def of_town(which: LogFilter) -> bool:
    """Whether calls of a town are asked for, and not those of a county."""
    return which.town is not None and not which.town.endswith(COUNTY)


def all_calls() -> Cell:
    """Whatever came of them."""
    return _of_day(CountedBy.CALLS, "")


def _along(outcome: Outcome) -> CountedBy:
    if isinstance(outcome, CameOf):
        return CountedBy.CAME
    return CountedBy.LINE if isinstance(outcome, LineOutcome) else CountedBy.SAID


def _of_day(dimension: CountedBy, value: str) -> Cell:
    return Cell(CountOfDay.__table__, _counted(dimension, value))


def _counted(dimension: CountedBy, value: str) -> tuple[tuple[str, str], ...]:
    return ("dimension", dimension), ("value", str(value))
