"""How this server stands: money, what is held back, alerts."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.limits.money.ledger import ledgers
from app.statistics.watched.figure import Figure
from models import EVERY_CAMPAIGN, Alert, AlertKind, Campaign, Hold, WhyHeld

ALL = "*"  # in place of a campaign's name in addresses


def server_figures(session: Session, now: datetime) -> Iterator[Figure]:
    """All of them."""
    yield from _money(session, now)
    yield from _held(session)
    yield from _alerts(session)


def _money(session: Session, now: datetime) -> Iterator[Figure]:
    slugs = {EVERY_CAMPAIGN: ALL, **dict(session.execute(select(Campaign.id, Campaign.slug)).all())}
    told = [(it, {"campaign": slugs.get(it.campaign_id, ""), "span": it.span}) for it in ledgers(session, now).values()]
    for it, of in told:
        if it.may_cost is not None:
            yield Figure("budget_dollars", "What a campaign, or all (*), may cost.", float(it.may_cost), of)
    for it, of in told:
        yield Figure("spent_dollars", "What calls of this day and month cost so far.", float(it.spent), of)
    for it, of in told:
        yield Figure("reserved_dollars", "What calls under way may cost beside that.", float(it.reserved), of)


def _held(session: Session) -> Iterator[Figure]:
    query = select(Hold.why, func.count()).where(Hold.over_at.is_(None)).group_by(Hold.why)
    found = dict(session.execute(query).all())
    for why in WhyHeld:
        yield Figure("held", "What is held back just now, by why.", found.get(why, 0), {"why": why})


def _alerts(session: Session) -> Iterator[Figure]:
    query = select(Alert.kind, func.count()).where(Alert.over_at.is_(None)).group_by(Alert.kind)
    found = dict(session.execute(query).all())
    for kind in AlertKind:
        yield Figure("alerts", "Alerts that stand, by kind.", found.get(kind, 0), {"kind": kind})
