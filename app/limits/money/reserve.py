"""Reserves what a call may cost at most before it is placed, in one statement: no crowd gets past a budget."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import BigInteger, Connection, Select, and_, func, literal, select, true, union_all, update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.limits.money.periods import CAMPAIGN_ID, COUNTED, DAY, MONTH, NOTHING, at, is_counted, may_cost
from app.store.once import Once, Row, param
from models import DOLLARS, EVERY_CAMPAIGN, CallCost, Span, Spending

ALL = Decimal(1)


@dataclass(frozen=True)
class MayCost:
    """What a call may cost at most, in dollars; `a_minute` is the price of its supporter's leg.

    Calls together may take that `share` of each budget: the rest is for others.
    """

    call_id: int
    campaign_id: int
    dollars: Decimal
    a_minute: Decimal
    share: Decimal = ALL


@dataclass(frozen=True)
class Short:
    """Whose budget has no room for one more such call; `is_spent` says that it will have none, however others end."""

    campaign_id: int
    is_spent: bool


@dataclass(frozen=True)
class Reserved:
    """Whether the money `is_there`, and who has none for the next."""

    is_there: bool
    short: tuple[Short, ...] = ()

    @property
    def is_spent(self) -> bool:
        """Whether there will be none, however the calls under way end."""
        return any(one.is_spent for one in self.short)


def reserve(session: Session | Connection, wanted: MayCost, now: datetime) -> Reserved:
    """Reserve it in the day and the month, for the campaign and for all of them; nowhere if one of these is full."""
    values = {name: getattr(wanted, name) for name in wanted.__dataclass_fields__} | at(now)
    rows = _RESERVED.rows(session, **values)
    if len(rows) < COUNTED:
        _BEGUN.rows(session, **values)
        rows = _RESERVED.rows(session, **values)
    is_there = bool(rows[0]["fits"])
    return Reserved(is_there, _short(rows, wanted.dollars, taken=wanted.dollars if is_there else NOTHING))


def _short(rows: Sequence[Row], needed: Decimal, taken: Decimal) -> tuple[Short, ...]:
    short: dict[int, bool] = {}
    for row in rows:
        if row["room"] is not None and row["room"] - taken < needed:
            is_spent = row["to_spend"] < needed
            short[row["campaign_id"]] = short.get(row["campaign_id"], False) or is_spent
    return tuple(Short(campaign_id, is_spent) for campaign_id, is_spent in short.items())


_DOLLARS, _SHARE = param("dollars", DOLLARS), param("share", DOLLARS)


def _begun() -> Select[int]:
    """The rows of a day and a month that have just begun."""
    whose = union_all(select(literal(EVERY_CAMPAIGN, BigInteger).label("id")), select(CAMPAIGN_ID)).subquery()
    spans = union_all(
        select(literal(Span.DAY, Spending.span.type).label("span"), DAY.label("since")),
        select(literal(Span.MONTH, Spending.span.type), MONTH),
    ).subquery()
    every = select(whose.c.id, spans.c.span, spans.c.since).join_from(whose, spans, true())
    ordered = every.order_by(whose.c.id, spans.c.span)
    new = insert(Spending).from_select(["campaign_id", "span", "since"], ordered).on_conflict_do_nothing()
    begun = new.returning(Spending.campaign_id).cte("begun")
    return select(begun.c.campaign_id)


def _reserved() -> Select[*tuple[object, ...]]:
    """Nobody else changes these rows until the transaction ends; all take them in the same order."""
    to_spend = may_cost() * _SHARE - Spending.spent
    told = (to_spend.label("to_spend"), (to_spend - Spending.reserved).label("room"))
    key = (Spending.campaign_id, Spending.span, Spending.since)
    mine = select(*key, *told).where(is_counted()).order_by(Spending.campaign_id, Spending.span)
    locked = mine.with_for_update(of=Spending).cte("locked")
    have_room = func.coalesce(func.bool_and(locked.c.room >= _DOLLARS), true())
    fits = select(and_(func.count() == COUNTED, have_room).label("fits")).select_from(locked).cte("all_fit")
    same = and_(*(locked.c[it.key] == it for it in key))
    more = update(Spending).where(same, select(fits.c.fits).scalar_subquery())
    taken = more.values(reserved=Spending.reserved + _DOLLARS, calls=Spending.calls + 1)
    cost = {
        "call_id": param("call_id", BigInteger),
        "campaign_id": CAMPAIGN_ID,
        "day": DAY,
        "a_minute": param("a_minute", DOLLARS),
        "reserved": _DOLLARS,
    }
    of_call = insert(CallCost).from_select(list(cost), select(*cost.values()).select_from(fits).where(fits.c.fits))
    written = (
        taken.returning(Spending.span).cte("taken"),
        of_call.returning(CallCost.call_id).cte("of_call"),
    )
    return (
        select(locked.c.campaign_id, *(locked.c[it.key] for it in told), fits.c.fits)
        .select_from(locked.join(fits, true()))
        .add_cte(*written)
    )


_BEGUN, _RESERVED = Once(_begun), Once(_reserved)
