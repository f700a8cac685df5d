"""How the money of a day and of a month stands: what may be spent, what is, and what calls under way may yet cost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.limits.money.periods import NOTHING, month_of
from models import Budget, Span, Spending


@dataclass(frozen=True)
class Ledger:
    """A campaign's, or that of all together, for one day or month; `may_cost` is None where there is no budget."""

    campaign_id: int
    span: Span
    since: date
    may_cost: Decimal | None
    spent: Decimal = NOTHING
    reserved: Decimal = NOTHING
    estimated: Decimal = NOTHING
    calls: int = 0

    def to_spend(self, share: Decimal) -> Decimal | None:
        """What calls may still cost once all under way are settled, None where it may be anything."""
        return None if self.may_cost is None else self.may_cost * share - self.spent

    def room(self, share: Decimal) -> Decimal | None:
        """What may be reserved now."""
        left = self.to_spend(share)
        return None if left is None else left - self.reserved


Ledgers = Mapping[tuple[int, Span], Ledger]


def ledgers(session: Session, now: datetime) -> Ledgers:
    """All of today and this month, of whoever has a budget or cost anything."""
    since = {Span.DAY: eastern_day(now), Span.MONTH: month_of(eastern_day(now))}
    budgets = {row.campaign_id: row for row in session.scalars(select(Budget))}
    empty = [
        Ledger(one.campaign_id, span, since[span], budget_in(one, span)) for one in budgets.values() for span in Span
    ]
    told = {(it.campaign_id, it.span): it for it in empty}
    for span in Span:
        for row in session.scalars(select(Spending).where(Spending.span == span, Spending.since == since[span])):
            told[row.campaign_id, span] = ledger_of(row, budgets.get(row.campaign_id))
    return told


def ledger_of(row: Spending, budget: Budget | None) -> Ledger:
    """What a row says, beside its budget."""
    may_cost = budget_in(budget, row.span)
    return Ledger(row.campaign_id, row.span, row.since, may_cost, row.spent, row.reserved, row.estimated, row.calls)


def budget_in(budget: Budget | None, span: Span) -> Decimal | None:
    """The dollars of a day, or of a month."""
    if budget is None:
        return None
    return budget.a_day if span is Span.DAY else budget.a_month
