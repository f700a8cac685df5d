"""Compares what was counted with a recount of the calls: day by day, and with the seals of those that are sealed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cache

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    DateTime,
    FromClause,
    Select,
    SQLColumnExpression,
    String,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from app.statistics.adding import whole
from app.statistics.anew.rebuilding import open_days
from app.statistics.cells import of_calls, of_offices, stances
from app.statistics.facts import calls_now, offices_now
from app.statistics.recount import PLUS
from app.statistics.sealing import digest_of
from app.statistics.told import A_DAY, begins
from app.store.once import param
from app.store.rows import by_name
from models import (
    EVER,
    Base,
    Call,
    CallEvent,
    CountedCall,
    CountedOffice,
    Counting,
    CountOfDay,
    CountOfHour,
    CountOfMonth,
    CountOfOffice,
    CountOfTown,
    SealedDay,
)

Rows = Select[*tuple[object, ...]]
NONE = literal(0)
DAY, BOOKED = param("day", Date), param("booked", String)
BEGINS, ENDS = param("begins", DateTime(timezone=True)), param("ends", DateTime(timezone=True))
_WITHIN = (Call.created_at >= BEGINS, Call.created_at < ENDS)
OF_HOURS, OF_DAYS, OF_MONTHS, OF_OFFICES, OF_TOWNS = "hour", "day", "month", "office", "town"


@dataclass(frozen=True)
class Difference:
    """A cell that says otherwise than a recount: of which table it is, where in it, and what each says."""

    table: str
    campaign_id: int
    place: str
    dimension: str
    value: str
    calls: int
    seconds: int
    recounted_calls: int
    recounted_seconds: int

    def __str__(self) -> str:
        what = f"{self.dimension} {self.value}".strip()
        told = f"{self.calls} calls, {self.seconds} s"
        return (
            f"by {self.table} {self.place}, campaign {self.campaign_id}, {what}: counted {told}; "
            f"recounted {self.recounted_calls} calls, {self.recounted_seconds} s"
        )


def differences(session: Session) -> Iterator[str]:
    """Every difference, in words: of open days, of broken seals, and of what is told of all days together.

    What happened and is not counted yet is no difference: the session's transaction sees one moment of the database
    (repeatable read), or else what is counted meanwhile would be one.
    """
    for day in open_days(session):
        of_it = {"day": day, "begins": begins(day), "ends": begins(day + A_DAY), "booked": f"{day} booked {day}"}
        rows = session.execute(_of_day(), of_it).mappings()
        yield from (f"{day}: {by_name(Difference, row)}" for row in rows)
    for sealed in session.scalars(select(SealedDay).order_by(SealedDay.day)):
        if sealed.digest is not None and digest_of(session, sealed.day) != sealed.digest:
            yield f"{sealed.day}: its counts are not those that were sealed on {sealed.sealed_at:%Y-%m-%d}"
    for row in session.execute(_of_ever()).mappings():
        yield f"all days: {by_name(Difference, row)}"


@cache
def _of_day() -> Select[*tuple[object, ...]]:
    """The same for every day: it is long, and built once."""
    calls, offices = _calls(), _offices()
    cells = union_all(of_calls(calls, PLUS), stances(offices, calls, PLUS)).cte("cell")
    of_office = of_offices(offices, calls, PLUS).cte("office_cell")
    hours = CountOfHour.hour >= BEGINS, CountOfHour.hour < ENDS
    return _compared(
        _recounted(OF_HOURS, cells, cells.c.hour),
        _recounted(OF_DAYS, cells, BOOKED),
        _recounted(OF_OFFICES, of_office, _seat(of_office)),
        _recounted(OF_TOWNS, cells, cells.c.town),
        _stored(OF_HOURS, CountOfHour, CountOfHour.hour, *hours),
        _stored(OF_DAYS, CountOfDay, _booked(CountOfDay), CountOfDay.day == DAY),
        _stored(OF_OFFICES, CountOfOffice, _seat(CountOfOffice.__table__), CountOfOffice.day == DAY),
        _stored(OF_TOWNS, CountOfTown, CountOfTown.town, CountOfTown.day == DAY),
    )


def _of_ever() -> Select[*tuple[object, ...]]:
    office, town, months = CountOfOffice.__table__, CountOfTown.__table__, CountOfMonth.__table__
    by_month = whole(CountOfDay, CountOfDay.__table__).cte("months")
    days = select(office).where(CountOfOffice.day != EVER).cte("office_days")
    town_days = select(town).where(CountOfTown.day != EVER).cte("town_days")
    return _compared(
        _recounted(OF_MONTHS, by_month, by_month.c.month),
        _stored(OF_MONTHS, CountOfMonth, months.c.month),
        _recounted(OF_OFFICES, days, _seat(days)),
        _recounted(OF_TOWNS, town_days, town_days.c.town),
        _stored(OF_OFFICES, CountOfOffice, _seat(office), CountOfOffice.day == EVER),
        _stored(OF_TOWNS, CountOfTown, town.c.town, CountOfTown.day == EVER),
    )


def _calls() -> CTE:
    """What the calls of a day count for now; where something is not counted yet, what they counted for before."""
    now = calls_now(*_WITHIN, ~_is_pending(Call.id))
    before = select(CountedCall).where(CountedCall.day == DAY, _is_pending(CountedCall.call_id))
    return union_all(now, before).cte("counted_now")


def _offices() -> CTE:
    now = offices_now(*_WITHIN, ~_is_pending(Call.id))
    of_day = CountedOffice.call_id == CountedCall.call_id, CountedCall.day == DAY
    before = select(CountedOffice).where(*of_day, _is_pending(CountedOffice.call_id))
    return union_all(now, before).cte("office_now")


def _is_pending(call_id: SQLColumnExpression[int]) -> ColumnElement[bool]:
    sure_to = func.coalesce(select(Counting.sure_to).scalar_subquery(), 0)
    return exists().where(CallEvent.call_id == call_id, CallEvent.id > sure_to)


def _seat(table: FromClause) -> ColumnElement[str]:
    return table.c.district_geoid + " " + cast(table.c.office_holder_id, String)


def _booked(model: type[CountOfDay]) -> ColumnElement[str]:
    return cast(model.day, String) + " booked " + cast(model.booked, String)


def _recounted(table: str, cells: FromClause, place: SQLColumnExpression[object]) -> Rows:
    it = cells.c
    return select(*_key(table, cells, place), NONE, NONE, it.calls, it.seconds).select_from(cells)


def _stored(table: str, model: type[Base], place: SQLColumnExpression[object], *which: ColumnElement[bool]) -> Rows:
    it = model.__table__.c
    return select(*_key(table, model.__table__, place), it.calls, it.seconds, NONE, NONE).where(*which)


def _key(table: str, of: FromClause, place: SQLColumnExpression[object]) -> tuple[SQLColumnExpression[object], ...]:
    it = of.c
    return literal(table), it.campaign_id, cast(place, String), it.dimension, it.value


def _compared(*every: Rows) -> Rows:
    """The cells of which the two say something else."""
    names = [field.name for field in fields(Difference)]
    both = union_all(*(_named(rows, names) for rows in every)).subquery("both")
    key, (calls, seconds, calls_now, seconds_now) = names[:5], (func.sum(both.c[name]) for name in names[5:])
    sums = (calls.label(names[5]), seconds.label(names[6]), calls_now.label(names[7]), seconds_now.label(names[8]))
    differ = or_(calls != calls_now, seconds != seconds_now)
    keys = [both.c[name] for name in key]
    return select(*keys, *sums).group_by(*keys).having(differ).order_by(*keys)


def _named(rows: Rows, names: Sequence[str]) -> Rows:
    return select(*(column.label(name) for column, name in zip(rows.subquery().c, names, strict=True)))
