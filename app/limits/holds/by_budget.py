"""Holds a campaign back for which there is no money, and lets it go on by itself once there is again."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from app.limits.money.ledger import Ledgers, ledgers
from app.limits.money.reserve import Short
from models import BUDGETS, Budget, Hold, Span, WhyHeld


def hold_for(session: Session, short: Iterable[Short], needs: Decimal, now: datetime) -> None:
    """Ring nobody for those who have no room for one more call, which may cost so much."""
    for one in short:
        why = WhyHeld.BUDGET_SPENT if one.is_spent else WhyHeld.BUDGET_RESERVED
        other = (Hold.campaign_id == one.campaign_id, Hold.why.in_(BUDGETS), Hold.why != why)
        session.execute(delete(Hold).where(*other))
        new = insert(Hold).values(campaign_id=one.campaign_id, why=why, needs=needs, since=now)
        session.execute(new.on_conflict_do_nothing())


def set_budget(session: Session, budget: Budget, needs: Decimal, share: Decimal, now: datetime) -> bool:
    """Let a campaign, or all together, cost so much from now on; a call needs that much. False where it is so."""
    before = session.get(Budget, budget.campaign_id, with_for_update=True, populate_existing=True)
    if (before and (before.a_day, before.a_month)) == (budget.a_day, budget.a_month):
        return False
    session.merge(budget)
    session.flush()
    renew_holds(session, now, share)
    short = short_of(ledgers(session, now), budget.campaign_id, needs, share)
    hold_for(session, [short] if short else [], needs, now)
    return True


def renew_holds(session: Session, now: datetime, share: Decimal) -> bool:
    """Let those go on that have money again; returns whether any has."""
    held = session.scalars(select(Hold).where(Hold.over_at.is_(None), Hold.why.in_(BUDGETS)).with_for_update()).all()
    stand = ledgers(session, now) if held else {}
    is_any_free = False
    for one in held:
        needs = one.needs or Decimal(0)
        short = short_of(stand, one.campaign_id, needs, share)
        if short is None:
            session.execute(delete(Hold).where(Hold.id == one.id))
            is_any_free = True
        else:
            hold_for(session, [short], needs, now)
    return is_any_free


def short_of(stand: Ledgers, campaign_id: int, needs: Decimal, share: Decimal) -> Short | None:
    """Whether a campaign, or all together, have no room for one more call; None where they have."""
    theirs = [stand[campaign_id, span] for span in Span if (campaign_id, span) in stand]
    if all((room := it.room(share)) is None or room >= needs for it in theirs):
        return None
    return Short(campaign_id, any((left := it.to_spend(share)) is not None and left < needs for it in theirs))
