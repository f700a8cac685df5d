"""What organizers see of the money of a campaign: today, this month, and the days before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import eastern_day
from app.limits.money.ledger import Ledger, ledger_of, ledgers
from app.limits.money.periods import month_of
from models import Span, Spending

DAYS_SHOWN = 31


@dataclass(frozen=True)
class MoneyShown:
    """Today, this month, and the days on which calls were placed, the newest first."""

    day: Ledger
    month: Ledger
    days: Sequence[Ledger]


def money_of(session: Session, campaign_id: int, now: datetime) -> MoneyShown:
    """That of a campaign, or of all together."""
    today, now_stands = eastern_day(now), ledgers(session, now)
    since = {Span.DAY: today, Span.MONTH: month_of(today)}
    day, month = (now_stands.get((campaign_id, span), Ledger(campaign_id, span, since[span], None)) for span in Span)
    theirs = (Spending.campaign_id == campaign_id, Spending.span == Span.DAY)
    rows = select(Spending).where(*theirs).order_by(Spending.since.desc()).limit(DAYS_SHOWN)
    return MoneyShown(day, month, [ledger_of(row, None) for row in session.scalars(rows)])
